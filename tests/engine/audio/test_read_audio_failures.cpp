// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/audio/sounds.h"
#include "engine/files/folder.h"
#include "parley/audio.h"

#include <sys/stat.h>

#include <QTest>
#include <QtEndian>
#include <limits>

namespace fs = std::filesystem;
using parley::ErrorCode;
using parley::readAudio;

namespace {

constexpr int kRateOffset = 24;     // of a plain WAV header
constexpr int kDataSizeOffset = 40; // of a plain WAV header

/// A 16-bit WAV file of `frames` samples.
QByteArray wavFile(std::size_t frames) {
    const Folder folder;
    sounds::write(folder.path("a.wav"), sounds::sine(440.0, 0.5, frames, 44100), 1, 44100,
                  SF_FORMAT_WAV | SF_FORMAT_PCM_16);
    return folder.content("a.wav");
}

QByteArray floatFile(float oddSample) {
    const Folder folder;
    std::vector<float> samples = sounds::sine(440.0, 0.5, 10000, 44100);
    samples[9999] = oddSample;
    sounds::write(folder.path("a.wav"), samples, 1, 44100, SF_FORMAT_WAV | SF_FORMAT_FLOAT);
    return folder.content("a.wav");
}

QByteArray withNumber(QByteArray file, int offset, quint32 number) {
    qToLittleEndian(number, file.data() + offset);
    return file;
}

} // namespace

class TestReadAudioFailures : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() {
        // The same with and without ffmpeg on this machine.
        qputenv("PATH", m_noPrograms.path("").c_str());
    }

    void refusesContent_data();
    void refusesContent();

    void refusesWhatIsNoFile_data() {
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<QString>("problem");
        QTest::newRow("missing") << QByteArray("missing.wav") << "No such file";
        QTest::newRow("empty name") << QByteArray("") << "is a folder";
        QTest::newRow("folder") << QByteArray("folder.wav") << "is a folder";
        QTest::newRow("pipe") << QByteArray("pipe.wav") << "pipe";
        QTest::newRow("inside a file") << QByteArray("file/a.wav") << "Not a directory";
        QTest::newRow("zero byte") << QByteArray("file\0.wav", 9) << "zero byte";
        QTest::newRow("link to nothing") << QByteArray("astray.wav") << "No such file";
    }

    void refusesWhatIsNoFile() {
        QFETCH(const QByteArray, name);
        QFETCH(const QString, problem);
        const Folder folder;
        folder.put("file", wavFile(100));
        fs::create_directory(folder.path("folder.wav"));
        fs::create_symlink("missing.wav", folder.path("astray.wav"));
        QCOMPARE(mkfifo(folder.path("pipe.wav").c_str(), 0600), 0);
        expectRefusal(folder.path("") / name.toStdString(), problem);
    }

    void believesTheDataNotTheHeader_data() {
        QTest::addColumn<quint32>("claimedBytes");
        QTest::newRow("one second") << 88200U;
        QTest::newRow("2 GiB") << 0x80000000U;
        QTest::newRow("as much as can be said") << 0xFFFFFFFFU;
    }

    void believesTheDataNotTheHeader() {
        QFETCH(const quint32, claimedBytes);
        const Folder folder;
        folder.put("a.wav", withNumber(wavFile(1000), kDataSizeOffset, claimedBytes));
        const auto result = readAudio(folder.path("a.wav"));
        QVERIFY2(result.ok(), result.ok() ? "" : result.error().message().c_str());
        QCOMPARE(result.value().samples.size(), std::size_t{1000});
    }

private:
    static void expectRefusal(const fs::path& path, const QString& problem) {
        const auto result = readAudio(path);
        QVERIFY(!result.ok());
        QCOMPARE(result.error().code, ErrorCode::AudioUnreadable);
        QCOMPARE(result.error().subject.english(), path.string());
        QVERIFY2(QString::fromStdString(result.error().message()).contains(problem), result.error().message().c_str());
    }

    Folder m_noPrograms;
};

void TestReadAudioFailures::refusesContent_data() {
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QString>("problem");
    const QString unknown = QStringLiteral("install ffmpeg");

    QTest::newRow("empty") << QByteArray("") << "is empty";
    QTest::newRow("text") << QByteArray("Dear reader, this is not a sound.\n").repeated(100) << unknown;
    QTest::newRow("zeros") << QByteArray(5000, '\0') << unknown;
    QTest::newRow("one byte") << QByteArray("R") << unknown;
    QTest::newRow("truncated header") << wavFile(100).left(30) << unknown;
    QTest::newRow("header alone") << wavFile(100).left(44) << "holds no sound";
    QTest::newRow("less than a sample") << withNumber(wavFile(1), kRateOffset, 768000) << "holds no sound";
    QTest::newRow("flac's name alone") << QByteArray("fLaC") << unknown;
    QTest::newRow("too slow") << withNumber(wavFile(100), kRateOffset, 999) << "999 Hz";
    QTest::newRow("too fast") << withNumber(wavFile(100), kRateOffset, 768001) << "768001 Hz";
    QTest::newRow("not a number") << floatFile(std::numeric_limits<float>::quiet_NaN()) << "not numbers";
    QTest::newRow("infinite") << floatFile(-std::numeric_limits<float>::infinity()) << "not numbers";
    QTest::newRow("huge") << floatFile(std::numeric_limits<float>::max()) << "far too loud";

    const QByteArray silence(1000 * 600 * 2 + 2, '\0'); // ten minutes and a sample of 16 bit at 1 kHz
    QByteArray lengthy = withNumber(wavFile(0), kRateOffset, 1000);
    lengthy = withNumber(lengthy, kDataSizeOffset, static_cast<quint32>(silence.size()));
    QTest::newRow("too long") << lengthy + silence << "longer than 600 seconds";
}

void TestReadAudioFailures::refusesContent() {
    QFETCH(const QByteArray, content);
    QFETCH(const QString, problem);
    const Folder folder;
    folder.put("a.wav", content);
    expectRefusal(folder.path("a.wav"), problem);
}

QTEST_GUILESS_MAIN(TestReadAudioFailures)
#include "test_read_audio_failures.moc"
