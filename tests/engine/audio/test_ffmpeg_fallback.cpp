// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "audio/ffmpeg_fallback.h"
#include "audio/subprocess.h"
#include "engine/files/folder.h"
#include "parley/audio.h"

#include <QTest>
#include <memory>
#include <string>

namespace fs = std::filesystem;
using parley::EngineError;
using parley::ErrorCode;
using parley::readAudio;

namespace {

constexpr auto kUnreadable = "neither libsndfile nor a person knows this format";

} // namespace

/// A shell script stands in for ffmpeg.
class TestFfmpegFallback : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        m_folder = std::make_unique<Folder>();
        m_folder->put("voice.m4a", kUnreadable);
        fs::create_directory(m_folder->path("programs"));
        qputenv("PATH", QByteArray(m_folder->path("programs").c_str()));
    }

    void asksFfmpegWithoutAShell() {
        const char* name = "- odd name; touch \"hacked\" $(touch hacked) 'x'\n.m4a";
        m_folder->put(name, kUnreadable);
        putFfmpeg("for argument in \"$@\"; do printf '%s\\0' \"$argument\"; done > \"$0.arguments\"\n"
                  "printf '\\0\\0\\0\\077\\0\\0\\200\\277\\0\\0\\200\\076'\n");
        const auto result = readAudio(m_folder->path(name));
        QVERIFY2(result.ok(), result.ok() ? "" : result.error().message().c_str());
        QCOMPARE(result.value().samples, (std::vector<float>{0.5F, -1.0F, 0.25F}));
        QCOMPARE(result.value().sampleRate, 44100);

        const QByteArray file = QByteArray("file:") + m_folder->path(name).c_str();
        const QList<QByteArray> arguments = m_folder->content("programs/ffmpeg.arguments").split('\0');
        const QList<QByteArray> expected{
            "-nostdin", "-v", "error", "-protocol_whitelist", "file,pipe", "-t",  "601", "-i",  file,
            "-vn",      "-f", "f32le", "-rematrix_maxval",    "1",         "-ac", "1",   "-ar", "44100",
            "pipe:1",   ""};
        QCOMPARE(arguments, expected);
        QVERIFY(m_folder->content("hacked").isNull());
    }

    void givesTheAbsolutePath() {
        putFfmpeg("for argument in \"$@\"; do printf '%s\\0' \"$argument\"; done > \"$0.arguments\"\n"
                  "printf '\\0\\0\\0\\077'\n");
        const fs::path before = fs::current_path();
        fs::current_path(m_folder->path("."));
        const bool ok = readAudio("voice.m4a").ok();
        fs::current_path(before);
        QVERIFY(ok);
        QVERIFY(m_folder->content("programs/ffmpeg.arguments").contains("file:/"));
    }

    void isNotAskedForWhatIsMissing() {
        putFfmpeg("printf '\\0\\0\\0\\077'\n");
        expectRefusal("missing.m4a", "No such file");
    }

    void tellsWhatFfmpegSaid() {
        putFfmpeg("echo '[mov @ 0x12ab] Invalid data' >&2; echo 'more words' >&2; exit 1\n");
        const std::string message = expectRefusal("voice.m4a", "Invalid data");
        QVERIFY(message.find("more words") == std::string::npos);
        QVERIFY(message.find("0x12ab") == std::string::npos);
    }

    void survivesALotOfWords() {
        putFfmpeg("i=0; while [ $i -lt 3000 ]; do echo 'a line of a hundred characters or nearly so, again and again, "
                  "to fill every buffer' >&2; i=$((i+1)); done; exit 1\n");
        QVERIFY(expectRefusal("voice.m4a", "a line of").size() < 1000);
        const auto report = parley::runProgram({"ffmpeg"}, [](auto) {}, std::chrono::minutes(1));
        QCOMPARE(report.end, parley::ProgramEnd::Failed);
        QCOMPARE(report.errors.size(), std::size_t{4096});
    }

    void asksForFfmpegWhereThereIsNone() {
        const std::string message = expectRefusal("voice.m4a", "install ffmpeg");
        QVERIFY(message.find("Format not recognised") != std::string::npos);
    }

    void refusesOddOutput_data() {
        QTest::addColumn<QByteArray>("script");
        QTest::addColumn<QByteArray>("words");
        QTest::newRow("nothing") << QByteArray("exit 0\n") << QByteArray("no sound");
        QTest::newRow("half a sample") << QByteArray("printf 'ab'\n") << QByteArray("no sound");
        QTest::newRow("not a number") << QByteArray("printf '\\0\\0\\300\\177'\n") << QByteArray("not numbers");
        QTest::newRow("killed") << QByteArray("kill -9 $$\n") << QByteArray("convert it");
    }

    void refusesOddOutput() {
        QFETCH(const QByteArray, script);
        QFETCH(const QByteArray, words);
        putFfmpeg(script);
        expectRefusal("voice.m4a", words.constData());
    }

    void stopsWhatNeverEnds() {
        putFfmpeg("exec /bin/cat /dev/zero\n");
        expectRefusal("voice.m4a", "longer than 600 seconds");
    }

    void stopsWhatHangs() {
        putFfmpeg("exec /bin/sleep 1000\n");
        try {
            static_cast<void>(parley::readWithFfmpeg(m_folder->path("voice.m4a"), "", std::chrono::milliseconds(1)));
            QFAIL("nothing was thrown");
        } catch (const EngineError& failure) {
            QVERIFY(failure.error().problem.english().find("too long") != std::string::npos);
        }
    }

private:
    void putFfmpeg(const QByteArray& script) const {
        m_folder->put("programs/ffmpeg", "#!/bin/sh\n" + script);
        fs::permissions(m_folder->path("programs/ffmpeg"), fs::perms::owner_all);
    }

    std::string expectRefusal(const char* name, const char* words) const {
        const auto result = readAudio(m_folder->path(name));
        if (result.ok() || result.error().code != ErrorCode::AudioUnreadable) {
            QTest::qFail("should be AudioUnreadable", __FILE__, __LINE__);
            return {};
        }
        const std::string message = result.error().message();
        if (message.find(words) == std::string::npos) {
            QTest::qFail(message.c_str(), __FILE__, __LINE__);
        }
        return message;
    }

    std::unique_ptr<Folder> m_folder;
};

QTEST_GUILESS_MAIN(TestFfmpegFallback)
#include "test_ffmpeg_fallback.moc"
