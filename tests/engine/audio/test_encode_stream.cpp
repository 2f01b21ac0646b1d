// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "audio/resample.h"
#include "engine/audio/sounds.h"
#include "engine/files/folder.h"
#include "parley/encode_stream.h"

#include <QTest>
#include <QtEndian>
#include <limits>

using parley::EncodeStream;
using parley::kSampleRate;
using parley::StreamFormat;

namespace {

constexpr std::size_t kTwoSeconds = std::size_t{2} * kSampleRate;

std::vector<float> tone(std::size_t count = kTwoSeconds) {
    return sounds::sine(440, 0.5, count, kSampleRate);
}

void append(QByteArray& to, const std::vector<std::byte>& bytes) {
    to.append(reinterpret_cast<const char*>(bytes.data()), static_cast<qsizetype>(bytes.size()));
}

/// The whole file, encoded in pieces of so many samples.
QByteArray encoded(StreamFormat format, const std::vector<float>& sound, std::size_t piece) {
    EncodeStream stream(format);
    QByteArray bytes;
    for (std::size_t at = 0; at < sound.size(); at += piece) {
        append(bytes, stream.put(std::span(sound).subspan(at, std::min(piece, sound.size() - at))));
    }
    append(bytes, stream.finish());
    return bytes;
}

std::vector<qint16> numbers(const QByteArray& bytes) {
    std::vector<qint16> values(static_cast<std::size_t>(bytes.size() / 2));
    qFromLittleEndian<qint16>(bytes.constData(), static_cast<qsizetype>(values.size()), values.data());
    return values;
}

} // namespace

class TestEncodeStream : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void sendsWhileItIsMadeWhatPlaysAsAFile_data() {
        QTest::addColumn<StreamFormat>("format");
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<qint64>("spare"); // samples that the format may add
        QTest::newRow("wav") << StreamFormat::Wav << QByteArray("a.wav") << qint64{0};
        QTest::newRow("flac") << StreamFormat::Flac << QByteArray("a.flac") << qint64{0};
        QTest::newRow("mp3") << StreamFormat::Mp3 << QByteArray("a.mp3") << qint64{4} * 1152;
        QTest::newRow("opus") << StreamFormat::Opus << QByteArray("a.opus") << qint64{1};
    }

    void sendsWhileItIsMadeWhatPlaysAsAFile() {
        QFETCH(StreamFormat, format);
        QFETCH(QByteArray, name);
        QFETCH(qint64, spare);
        const Folder folder;
        const std::vector<float> sound = tone();
        EncodeStream stream(format);
        QByteArray bytes;
        append(bytes, stream.put(std::span(sound).first(kTwoSeconds / 2)));
        const qsizetype early = bytes.size();
        append(bytes, stream.put(std::span(sound).subspan(kTwoSeconds / 2)));
        append(bytes, stream.finish());
        QVERIFY2(early > bytes.size() / 4, QByteArray::number(early) + " of " + QByteArray::number(bytes.size()));
        folder.put(name.constData(), bytes);
        const auto read = parley::readAudio(folder.path(name.constData()));
        QVERIFY2(read.ok(), read.ok() ? "" : read.error().message().c_str());
        const std::vector<float>& samples = read.value().samples;
        const qint64 more = static_cast<qint64>(samples.size()) - static_cast<qint64>(sound.size());
        QVERIFY2(more >= 0 && more <= spare, QByteArray::number(more));
        // LAME makes it 5 % softer.
        const double level = sounds::toneLevel(sounds::middle(samples, 8192), 440, kSampleRate);
        QVERIFY2(level > 0.47 && level < 0.51, QByteArray::number(level));
    }

    void wavHoldsWhatAFileHolds() {
        const Folder folder;
        std::vector<float> sound = tone(10000);
        sound[5] = 1.5F;
        sound[6] = -1.5F;
        QVERIFY(parley::writeAudio(folder.path("a.wav"), {sound, kSampleRate}).ok());
        const QByteArray whole = folder.content("a.wav");
        const QByteArray streamed = encoded(StreamFormat::Wav, sound, 333);
        QCOMPARE(streamed.mid(44), whole.mid(44));
        QCOMPARE(streamed.left(4) + streamed.mid(8, 32), whole.left(4) + whole.mid(8, 32));
        QCOMPARE(streamed.mid(4, 4), QByteArray("\xFF\xFF\xFF\xFF"));
        QCOMPARE(streamed.mid(40, 4), QByteArray("\xFF\xFF\xFF\xFF"));
    }

    void pcmIsTheResampledSound() {
        const std::vector<float> sound = tone(30001);
        const std::vector<qint16> values = numbers(encoded(StreamFormat::Pcm, sound, 777));
        const std::vector<float> expected = parley::resample(sound, kSampleRate, 24000);
        QVERIFY2(qAbs(static_cast<qint64>(values.size()) - static_cast<qint64>(expected.size())) <= 1,
                 QByteArray::number(static_cast<qint64>(values.size())));
        for (std::size_t i = 0; i < std::min(values.size(), expected.size()); ++i) {
            QVERIFY(std::abs(static_cast<float>(values[i]) / 32768.0F - expected[i]) < 1e-4F);
        }
    }

    void piecesDoNotMatter_data() {
        QTest::addColumn<StreamFormat>("format");
        QTest::newRow("wav") << StreamFormat::Wav;
        QTest::newRow("flac") << StreamFormat::Flac;
        QTest::newRow("mp3") << StreamFormat::Mp3;
        QTest::newRow("pcm") << StreamFormat::Pcm;
    }

    void piecesDoNotMatter() {
        QFETCH(StreamFormat, format);
        const std::vector<float> sound = tone(50000);
        QCOMPARE(encoded(format, sound, 4096), encoded(format, sound, sound.size()));
    }

    void nothingIsAnEmptySound() {
        QCOMPARE(encoded(StreamFormat::Wav, {}, 1).size(), 44);
        QCOMPARE(encoded(StreamFormat::Pcm, {}, 1).size(), 0);
    }

    void refusesWhatIsNoNumber() {
        EncodeStream stream(StreamFormat::Wav);
        const std::vector<float> sound{0.0F, std::numeric_limits<float>::quiet_NaN()};
        QVERIFY_EXCEPTION_THROWN((void)stream.put(sound), parley::EngineError);
    }
};

QTEST_GUILESS_MAIN(TestEncodeStream)
#include "test_encode_stream.moc"
