// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "audio/sound_file_reader.h"
#include "engine/audio/sounds.h"
#include "engine/files/folder.h"
#include "parley/audio.h"

#include <QTest>

namespace fs = std::filesystem;
using parley::AudioClip;
using parley::kSampleRate;
using parley::readAudio;

namespace {

constexpr double kFrequency = 440.0; // Hz
constexpr double kLevel = 0.6;

/// One second of a sine, louder from channel to channel, so that the mean differs from every channel and from the sum.
std::vector<float> manyChannels(int channels, int rate) {
    const std::vector<float> tone = sounds::sine(kFrequency, kLevel, static_cast<std::size_t>(rate), rate);
    std::vector<float> interleaved;
    for (const float value : tone) {
        for (int channel = 1; channel <= channels; ++channel) {
            interleaved.push_back(value * static_cast<float>(channel) / static_cast<float>(channels));
        }
    }
    return interleaved;
}

double meanLevel(int channels) {
    return kLevel * (channels + 1) / (2.0 * channels);
}

} // namespace

class TestReadAudio : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsEveryFormat_data();
    void readsEveryFormat();

    void keepsSamplesAtTheModelsRate() {
        const Folder folder;
        const std::vector<float> tone = sounds::sine(kFrequency, kLevel, 5000, kSampleRate);
        sounds::write(folder.path("a.wav"), tone, 1, kSampleRate, SF_FORMAT_WAV | SF_FORMAT_FLOAT);
        const auto result = readAudio(folder.path("a.wav"));
        QVERIFY2(result.ok(), result.ok() ? "" : result.error().message().c_str());
        QVERIFY(result.value().samples == tone);
    }

    void goesByTheContentNotTheName() {
        const Folder folder;
        sounds::write(folder.path("a.flac"), manyChannels(1, 44100), 1, 44100, SF_FORMAT_WAV | SF_FORMAT_PCM_16);
        fs::rename(folder.path("a.flac"), folder.path("- odd ‘name’ $(x).txt"));
        QVERIFY(readAudio(folder.path("- odd ‘name’ $(x).txt")).ok());
    }

    void followsLinks() {
        const Folder folder;
        sounds::write(folder.path("a.wav"), manyChannels(1, 8000), 1, 8000, SF_FORMAT_WAV | SF_FORMAT_PCM_16);
        fs::create_symlink("a.wav", folder.path("link"));
        QVERIFY(readAudio(folder.path("link")).ok());
    }

    void readsTheLongestSoundAllowed() {
        const Folder folder;
        const std::vector<float> samples(std::size_t{600} * 1000, 0.25F);
        sounds::write(folder.path("a.wav"), samples, 1, 1000, SF_FORMAT_WAV | SF_FORMAT_PCM_U8);
        const auto outcome = parley::readSoundFile(folder.path("a.wav"));
        QVERIFY(std::holds_alternative<AudioClip>(outcome));
        QCOMPARE(std::get<AudioClip>(outcome).seconds(), 600.0);
    }
};

void TestReadAudio::readsEveryFormat_data() {
    QTest::addColumn<int>("format");
    QTest::addColumn<int>("rate");
    QTest::addColumn<int>("channels");
    QTest::addColumn<bool>("exact"); // the length, not the samples

    QTest::newRow("wav 16 bit") << (SF_FORMAT_WAV | SF_FORMAT_PCM_16) << 44100 << 1 << true;
    QTest::newRow("wav 8 bit, 8 kHz") << (SF_FORMAT_WAV | SF_FORMAT_PCM_U8) << 8000 << 1 << true;
    QTest::newRow("wav 24 bit, 22.05 kHz") << (SF_FORMAT_WAV | SF_FORMAT_PCM_24) << 22050 << 2 << true;
    QTest::newRow("wav 32 bit") << (SF_FORMAT_WAV | SF_FORMAT_PCM_32) << 11025 << 1 << true;
    QTest::newRow("wav float, 96 kHz") << (SF_FORMAT_WAV | SF_FORMAT_FLOAT) << 96000 << 2 << true;
    QTest::newRow("wav double, 48 kHz") << (SF_FORMAT_WAV | SF_FORMAT_DOUBLE) << 48000 << 1 << true;
    QTest::newRow("wav of 6 channels") << (SF_FORMAT_WAVEX | SF_FORMAT_PCM_16) << 48000 << 6 << true;
    QTest::newRow("rf64") << (SF_FORMAT_RF64 | SF_FORMAT_PCM_16) << 44100 << 2 << true;
    QTest::newRow("flac") << (SF_FORMAT_FLAC | SF_FORMAT_PCM_16) << 48000 << 2 << true;
    QTest::newRow("flac of 6 channels") << (SF_FORMAT_FLAC | SF_FORMAT_PCM_24) << 96000 << 6 << true;
    QTest::newRow("ogg vorbis") << (SF_FORMAT_OGG | SF_FORMAT_VORBIS) << 44100 << 1 << true;
    QTest::newRow("opus") << (SF_FORMAT_OGG | SF_FORMAT_OPUS) << 48000 << 1 << true;
    QTest::newRow("mp3") << (SF_FORMAT_MPEG | SF_FORMAT_MPEG_LAYER_III) << 44100 << 1 << false;
    QTest::newRow("mp3, 22.05 kHz") << (SF_FORMAT_MPEG | SF_FORMAT_MPEG_LAYER_III) << 22050 << 2 << false;
    QTest::newRow("aiff") << (SF_FORMAT_AIFF | SF_FORMAT_PCM_16) << 32000 << 1 << true;
    QTest::newRow("caf float") << (SF_FORMAT_CAF | SF_FORMAT_FLOAT) << 48000 << 6 << true;
    QTest::newRow("au, mu-law") << (SF_FORMAT_AU | SF_FORMAT_ULAW) << 8000 << 1 << true;
}

void TestReadAudio::readsEveryFormat() {
    QFETCH(const int, format);
    QFETCH(const int, rate);
    QFETCH(const int, channels);
    QFETCH(const bool, exact);
    const Folder folder;
    sounds::write(folder.path("sound"), manyChannels(channels, rate), channels, rate, format);
    const auto result = readAudio(folder.path("sound"));
    QVERIFY2(result.ok(), result.ok() ? "" : result.error().message().c_str());
    const AudioClip& clip = result.value();
    QCOMPARE(clip.sampleRate, kSampleRate);
    if (exact) {
        QCOMPARE(clip.samples.size(), std::size_t{44100});
    }
    QVERIFY(std::abs(clip.seconds() - 1.0) < 0.15); // an mp3 decoder may keep the padding

    const auto core = sounds::middle(clip.samples, 8000);
    const double tone = sounds::toneLevel(core, kFrequency, kSampleRate);
    QVERIFY2(std::abs(tone / meanLevel(channels) - 1.0) < 0.03, qPrintable(QString::number(tone)));
    // Nothing but the tone: all the energy is the sine's.
    QVERIFY(std::abs(sounds::level(core) * std::numbers::sqrt2 / tone - 1.0) < 0.01);
}

QTEST_GUILESS_MAIN(TestReadAudio)
#include "test_read_audio.moc"
