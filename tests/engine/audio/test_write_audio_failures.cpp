// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "audio/sound_encoder.h"
#include "engine/audio/sounds.h"
#include "engine/files/device.h"
#include "engine/files/folder.h"
#include "parley/audio.h"
#include "support/file_size_limit.h"

#include <QTest>
#include <limits>

namespace fs = std::filesystem;
using parley::AudioClip;
using parley::checkAudioTarget;
using parley::ErrorCode;
using parley::Result;
using parley::writeAudio;

Q_DECLARE_METATYPE(parley::ErrorCode)

namespace {

AudioClip tone() {
    return {sounds::sine(440.0, 0.5, 44100, 44100)};
}

void expectError(const Result<std::monostate>& result, ErrorCode code, const QString& words) {
    QVERIFY(!result.ok());
    QCOMPARE(result.error().code, code);
    QVERIFY2(QString::fromStdString(result.error().message()).contains(words), result.error().message().c_str());
}

} // namespace

class TestWriteAudioFailures : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void refusesTargets_data() {
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<ErrorCode>("code");
        QTest::addColumn<QString>("words");
        const QString known = QStringLiteral(".wav, .flac, .ogg, .opus or .mp3");
        QTest::newRow("unknown extension") << QByteArray("a.m4a") << ErrorCode::OptionInvalid << known;
        QTest::newRow("no extension") << QByteArray("a") << ErrorCode::OptionInvalid << known;
        QTest::newRow("hidden file") << QByteArray(".wav") << ErrorCode::OptionInvalid << known;
        QTest::newRow("missing folder") << QByteArray("nowhere/a.wav") << ErrorCode::FileUnwritable << "no folder";
        QTest::newRow("a folder") << QByteArray("folder.wav") << ErrorCode::FileUnwritable << "is a folder";
        QTest::newRow("zero byte") << QByteArray("a\0b.wav", 7) << ErrorCode::FileUnwritable << "zero byte";
    }

    /// The check before the work and the writing after it agree.
    void refusesTargets() {
        QFETCH(const QByteArray, name);
        QFETCH(const ErrorCode, code);
        QFETCH(const QString, words);
        const Folder folder;
        fs::create_directory(folder.path("folder.wav"));
        const fs::path path = folder.path("") / name.toStdString();
        expectError(checkAudioTarget(path), code, words);
        expectError(writeAudio(path, tone()), code, words);
        QCOMPARE(folder.names(), QStringList{"folder.wav"});
    }

    void refusesClips_data() {
        QTest::addColumn<float>("sample");
        QTest::addColumn<int>("rate");
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<ErrorCode>("code");
        QTest::addColumn<QString>("words");
        const float nan = std::numeric_limits<float>::quiet_NaN();
        const float infinity = std::numeric_limits<float>::infinity();
        QTest::newRow("not a number") << nan << 44100 << QByteArray("a.ogg") << ErrorCode::FileUnwritable << "numbers";
        QTest::newRow("infinite") << infinity << 44100 << QByteArray("a.wav") << ErrorCode::FileUnwritable << "numbers";
        QTest::newRow("no rate") << 0.5F << 0 << QByteArray("a.wav") << ErrorCode::OptionInvalid << "sample rate";
    }

    void refusesClips() {
        QFETCH(const float, sample);
        QFETCH(const int, rate);
        QFETCH(const QByteArray, name);
        QFETCH(const ErrorCode, code);
        QFETCH(const QString, words);
        const Folder folder;
        expectError(writeAudio(folder.path(name.constData()), {std::vector<float>(100, sample), rate}), code, words);
        QCOMPARE(folder.names(), QStringList());
    }

    void tellsWhichEncoderIsMissing() {
        try {
            static_cast<void>(parley::encodeSound({}, 44100, {"Nonsense", SF_FORMAT_TYPEMASK}, "a.nonsense"));
            QFAIL("nothing was thrown");
        } catch (const parley::EngineError& failure) {
            QCOMPARE(failure.error().code, ErrorCode::FileUnwritable);
            QVERIFY(failure.error().problem.english().find("can't encode Nonsense at 44100 Hz") != std::string::npos);
        }
    }

    void refusesToWriteNothing() {
        const Folder folder;
        expectError(writeAudio(folder.path("a.wav"), {}), ErrorCode::FileUnwritable, "no sound");
        QCOMPARE(folder.names(), QStringList());
    }

    void fullDiskKeepsTheOldFile_data() {
        QTest::addColumn<QByteArray>("name");
        for (const char* name : {"a.wav", "a.flac", "a.ogg", "a.opus", "a.mp3"}) {
            QTest::newRow(name) << QByteArray(name);
        }
    }

    void fullDiskKeepsTheOldFile() {
        QFETCH(const QByteArray, name);
        const Folder folder;
        folder.put(name.constData(), "old");
        {
            const FileSizeLimit limit(1024);
            expectError(writeAudio(folder.path(name.constData()), tone()), ErrorCode::DiskFull, "free some space");
        }
        QCOMPARE(folder.names(), QStringList{QString::fromUtf8(name)});
        QCOMPARE(folder.content(name.constData()), QByteArray("old"));
    }

    void fullDiskBehindALink() {
        const Folder folder;
        const auto device = fullDevice(folder.path(""));
        if (!device) {
            QSKIP("there is no device to test with");
        }
        fs::create_symlink(*device, folder.path("a.wav"));
        QVERIFY(checkAudioTarget(folder.path("a.wav")).ok());
        expectError(writeAudio(folder.path("a.wav"), tone()), ErrorCode::DiskFull, "a.wav");
        QVERIFY(fs::is_symlink(folder.path("a.wav")));
        QVERIFY(fs::is_character_file(*device));
    }

    void checkAllowsAndWritesNothing() {
        const Folder folder;
        for (const char* name : {"a.wav", "a.FLAC", "a.ogg", "a.opus", "a.Mp3", "a.b.wav"}) {
            const auto result = checkAudioTarget(folder.path(name));
            QVERIFY2(result.ok(), result.ok() ? "" : result.error().message().c_str());
        }
        QCOMPARE(folder.names(), QStringList());
    }
};

QTEST_GUILESS_MAIN(TestWriteAudioFailures)
#include "test_write_audio_failures.moc"
