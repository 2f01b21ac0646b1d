// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/audio/sounds.h"
#include "engine/files/folder.h"
#include "parley/audio.h"

#include <QTest>
#include <random>

namespace fs = std::filesystem;
using parley::AudioClip;
using parley::kSampleRate;
using parley::readAudio;
using parley::SampleFormat;
using parley::writeAudio;

Q_DECLARE_METATYPE(parley::SampleFormat)

namespace {

/// Something like a voice: a tone with overtones that comes and goes.
AudioClip voiceLike(double seconds) {
    const auto count = static_cast<std::size_t>(seconds * kSampleRate);
    std::vector<float> samples = sounds::sine(150.0, 0.3, count, kSampleRate);
    samples = sounds::sum(std::move(samples), sounds::sine(450.0, 0.2, count, kSampleRate));
    samples = sounds::sum(std::move(samples), sounds::sine(2100.0, 0.05, count, kSampleRate));
    const std::vector<float> swell = sounds::sine(1.7, 0.9, count, kSampleRate);
    std::transform(samples.begin(), samples.end(), swell.begin(), samples.begin(), std::multiplies<>());
    return {std::move(samples)};
}

SF_INFO infoOf(const fs::path& path) {
    SF_INFO info = {};
    const parley::SndFile file(sf_open(path.c_str(), SFM_READ, &info));
    return file ? info : SF_INFO{};
}

void save(const fs::path& path, const AudioClip& clip, SampleFormat format) {
    const auto result = writeAudio(path, clip, format);
    QVERIFY2(result.ok(), result.ok() ? "" : result.error().message().c_str());
}

} // namespace

class TestWriteAudio : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void canBeReadAgain_data();
    void canBeReadAgain();

    void keeps16BitRecordingsToTheBit_data() {
        QTest::addColumn<QByteArray>("name");
        QTest::newRow("wav") << QByteArray("a.wav");
        QTest::newRow("flac") << QByteArray("a.flac");
    }

    void keeps16BitRecordingsToTheBit() {
        QFETCH(const QByteArray, name);
        AudioClip clip;
        std::mt19937 random(7);
        for (int i = 0; i < 10000; ++i) {
            clip.samples.push_back(static_cast<float>(static_cast<int>(random() % 65536U) - 32768) / 32768.0F);
        }
        const Folder folder;
        save(folder.path(name.constData()), clip, SampleFormat::Pcm16);
        QVERIFY(readAudio(folder.path(name.constData())).value().samples == clip.samples);
    }

    void clipsWhatIntegersCannotHold() {
        const AudioClip clip{{0.5F, 1.5F, -3.0F, 1.0F, -1.0F, 1e30F, -0.25F}};
        const Folder folder;
        save(folder.path("a.wav"), clip, SampleFormat::Pcm16);
        const float top = 32767.0F / 32768.0F;
        const std::vector<float> expected{0.5F, top, -1.0F, top, -1.0F, top, -0.25F};
        QVERIFY(readAudio(folder.path("a.wav")).value().samples == expected);
    }

    void keepsFloatsToTheBit() {
        const AudioClip clip{{0.1F, 1.5F, -3.0F, 1e-20F, -0.7F}};
        const Folder folder;
        save(folder.path("a.wav"), clip, SampleFormat::Float32);
        QVERIFY(readAudio(folder.path("a.wav")).value().samples == clip.samples);
    }

    void loudSoundsDoNotUpsetTheEncoders_data() {
        QTest::addColumn<QByteArray>("name");
        for (const char* name : {"a.ogg", "a.opus", "a.mp3", "a.flac"}) {
            QTest::newRow(name) << QByteArray(name);
        }
    }

    void loudSoundsDoNotUpsetTheEncoders() {
        QFETCH(const QByteArray, name);
        const Folder folder;
        save(folder.path(name.constData()), {sounds::sine(440.0, 1e9, 44100, kSampleRate)}, SampleFormat::Pcm16);
        const auto result = readAudio(folder.path(name.constData()));
        QVERIFY(result.ok());
        const double level = sounds::level(sounds::middle(result.value().samples, 8000));
        QVERIFY2(level > 0.8 && level < 1.2, qPrintable(QString::number(level)));
    }

    void theSameSoundGivesTheSameFile_data() {
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<SampleFormat>("format");
        QTest::newRow("wav") << QByteArray("a.wav") << SampleFormat::Pcm16;
        QTest::newRow("wav float") << QByteArray("a.wav") << SampleFormat::Float32;
        QTest::newRow("flac") << QByteArray("a.flac") << SampleFormat::Pcm16;
    }

    void theSameSoundGivesTheSameFile() {
        QFETCH(const QByteArray, name);
        QFETCH(const SampleFormat, format);
        const Folder folder;
        save(folder.path(name.constData()), voiceLike(0.5), format);
        const QByteArray first = folder.content(name.constData());
        QVERIFY(!first.contains("PEAK")); // the chunk that holds the time of day
        save(folder.path(name.constData()), voiceLike(0.5), format);
        QCOMPARE(folder.content(name.constData()), first);
    }

    void findsARateThatTheFormatHas_data() {
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<int>("clipRate");
        QTest::addColumn<int>("fileRate");
        QTest::newRow("wav") << QByteArray("a.wav") << 12345 << 12345;
        QTest::newRow("opus") << QByteArray("a.opus") << 12345 << 48000;
        QTest::newRow("mp3 of an odd rate") << QByteArray("a.mp3") << 12345 << 44100;
        QTest::newRow("mp3 of a known rate") << QByteArray("a.mp3") << 24000 << 24000;
    }

    void findsARateThatTheFormatHas() {
        QFETCH(const QByteArray, name);
        QFETCH(const int, clipRate);
        QFETCH(const int, fileRate);
        const auto count = static_cast<std::size_t>(clipRate);
        const Folder folder;
        save(folder.path(name.constData()), {sounds::sine(440.0, 0.5, count, clipRate), clipRate}, SampleFormat::Pcm16);
        QCOMPARE(infoOf(folder.path(name.constData())).samplerate, fileRate);
        const auto copy = readAudio(folder.path(name.constData()));
        QVERIFY(std::abs(copy.value().seconds() - 1.0) < 0.05);
        QVERIFY(std::abs(sounds::toneLevel(sounds::middle(copy.value().samples, 8000), 440.0, 44100) - 0.5) < 0.02);
    }

    void leavesNothingElseInTheFolder() {
        const Folder folder;
        folder.put("a.wav", "an older file that is much longer than it needs to be");
        save(folder.path("a.wav"), {{0.5F}}, SampleFormat::Pcm16);
        QCOMPARE(folder.names(), QStringList{"a.wav"});
        QCOMPARE(readAudio(folder.path("a.wav")).value().samples, std::vector<float>{0.5F});
    }
};

void TestWriteAudio::canBeReadAgain_data() {
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<SampleFormat>("format");
    QTest::addColumn<int>("fileFormat");
    QTest::addColumn<int>("fileRate");
    QTest::addColumn<double>("similarity");

    const int wav = SF_FORMAT_WAV;
    const int flac = SF_FORMAT_FLAC;
    QTest::newRow("wav 16") << QByteArray("a.wav") << SampleFormat::Pcm16 << (wav | SF_FORMAT_PCM_16) << 44100
                            << 0.9999;
    QTest::newRow("wav 24") << QByteArray("a.wav") << SampleFormat::Pcm24 << (wav | SF_FORMAT_PCM_24) << 44100
                            << 0.9999;
    QTest::newRow("wav float") << QByteArray("a.wav") << SampleFormat::Float32 << (wav | SF_FORMAT_FLOAT) << 44100
                               << 0.9999;
    QTest::newRow("flac 16") << QByteArray("a.flac") << SampleFormat::Pcm16 << (flac | SF_FORMAT_PCM_16) << 44100
                             << 0.9999;
    QTest::newRow("flac 24") << QByteArray("a.flac") << SampleFormat::Pcm24 << (flac | SF_FORMAT_PCM_24) << 44100
                             << 0.9999;
    QTest::newRow("flac float") << QByteArray("a.flac") << SampleFormat::Float32 << (flac | SF_FORMAT_PCM_24) << 44100
                                << 0.9999;
    QTest::newRow("ogg") << QByteArray("a.ogg") << SampleFormat::Pcm16 << (SF_FORMAT_OGG | SF_FORMAT_VORBIS) << 44100
                         << 0.98;
    QTest::newRow("opus") << QByteArray("a.opus") << SampleFormat::Pcm16 << (SF_FORMAT_OGG | SF_FORMAT_OPUS) << 48000
                          << 0.98;
    QTest::newRow("mp3") << QByteArray("a.mp3") << SampleFormat::Pcm16 << (SF_FORMAT_MPEG | SF_FORMAT_MPEG_LAYER_III)
                         << 44100 << 0.98;
    QTest::newRow("capitals") << QByteArray("A.WaV") << SampleFormat::Pcm16 << (wav | SF_FORMAT_PCM_16) << 44100
                              << 0.9999;
}

void TestWriteAudio::canBeReadAgain() {
    QFETCH(const QByteArray, name);
    QFETCH(const SampleFormat, format);
    QFETCH(const int, fileFormat);
    QFETCH(const int, fileRate);
    QFETCH(const double, similarity);
    const AudioClip clip = voiceLike(3.0);
    const Folder folder;
    save(folder.path(name.constData()), clip, format);
    const SF_INFO info = infoOf(folder.path(name.constData()));
    QCOMPARE(info.format & (SF_FORMAT_TYPEMASK | SF_FORMAT_SUBMASK), fileFormat);
    QCOMPARE(info.samplerate, fileRate);
    QCOMPARE(info.channels, 1);

    const auto result = readAudio(folder.path(name.constData()));
    QVERIFY2(result.ok(), result.ok() ? "" : result.error().message().c_str());
    const AudioClip& copy = result.value();
    const bool lossy = similarity < 0.99;
    QVERIFY(std::abs(copy.seconds() - clip.seconds()) <= (lossy ? 0.05 : 0.0));
    QVERIFY(std::abs(sounds::level(copy.samples) / sounds::level(clip.samples) - 1.0) < 0.03);
    // In time too: a codec's own delay has to be taken out again.
    const double found = sounds::correlation(clip.samples, copy.samples, lossy ? 30 : 0);
    QVERIFY2(found > similarity, qPrintable(QString::number(found)));
}

QTEST_GUILESS_MAIN(TestWriteAudio)
#include "test_write_audio.moc"
