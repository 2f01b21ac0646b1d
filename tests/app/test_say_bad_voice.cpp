// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "cli_runner.h"
#include "output_files.h"

#include <QTest>
#include <limits>

using namespace parley::test;

namespace {

constexpr std::size_t kSecond = 44100; // samples

/// sayDemo() in the voice of a file.
QStringList sayWithVoice(const QString& voice, const QStringList& more = {}) {
    return sayDemo("o.wav", QStringList{"--voice", voice, "--voice-text", "[S1] One."} + more);
}

} // namespace

/// Voices that can't be used.
class TestSayBadVoice : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void refuses_data();
    void refuses();
    void warnsAndRefuses();
};

void TestSayBadVoice::refuses_data() {
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArrayList>("words");
    const auto row = [](const char* name, const QStringList& arguments, int status, const QByteArrayList& words) {
        QTest::newRow(name) << arguments << status << words;
    };
    row("no transcript", sayDemo("o.wav", {"--voice", "long.wav"}), 2, {"--voice", "--voice-text"});
    row("empty transcript", sayDemo("o.wav", {"--voice", "long.wav", "--voice-text", ""}), 2, {"--voice-text"});
    row("no voice", sayDemo("o.wav", {"--voice-text", "[S1] One."}), 2, {"--voice-text", "--voice FILE"});
    row("two voices", sayWithVoice("long.wav", {"--audio-prompt", "long.wav"}), 2, {"--voice", "--audio-prompt"});
    row("missing", sayWithVoice("nowhere.wav"), 1, {"nowhere.wav"});
    row("folder", sayWithVoice("."), 1, {"folder"});
    row("empty file", sayWithVoice("empty.wav"), 1, {"empty.wav", "empty"});
    row("no sound file", sayWithVoice("text.wav"), 1, {"text.wav", "format"});
    row("cut within its header", sayWithVoice("cut.wav"), 1, {"cut.wav"});
    row("no samples", sayWithVoice("hollow.wav"), 1, {"hollow.wav", "no sound"});
    row("silent", sayWithVoice("silent.wav"), 1, {"silent.wav", "silent"});
    row("no room left to speak", sayWithVoice("long.wav"), 1, {"long.wav", "87 rows", "60 tokens", "--max-tokens"});
    row("longer than the model's memory", sayWithVoice("longest.wav", {"--max-tokens", "3072"}), 1,
        {"longest.wav", "36 s", "3072 tokens"});
}

void TestSayBadVoice::refuses() {
    QFETCH(QStringList, arguments);
    QFETCH(int, status);
    QFETCH(QByteArrayList, words);
    const Folder folder;
    putSound(folder, "long.wav", kSecond, 0.1F);
    putSound(folder, "longest.wav", 36 * kSecond, 0.1F);
    putSound(folder, "silent.wav", kSecond / 4, 0.0F);
    folder.put("empty.wav", "");
    folder.put("text.wav", "This is no sound.\n");
    folder.put("cut.wav", folder.content("long.wav").left(30));
    folder.put("hollow.wav", folder.content("long.wav").left(44));
    const QStringList names = folder.names();
    const CliRun run = runCli(folder, arguments);
    const QByteArray fault = faultOfRefusal(run, status, words, folder, names);
    QVERIFY2(fault.isEmpty(), fault);
}

void TestSayBadVoice::warnsAndRefuses() {
    const Folder folder;
    const CliRun run = runCli(folder, sayDemo("o.wav", {"--audio-prompt", "nowhere.wav"}));
    QVERIFY2(run.status == 1 && run.out.isEmpty(), run.told());
    const QByteArrayList lines = run.complaints();
    QVERIFY2(lines.size() == 2 && lines.first().contains("warning") && lines.last().contains("nowhere.wav"),
             run.told());
    QCOMPARE(folder.names(), QStringList());
}

QTEST_GUILESS_MAIN(TestSayBadVoice)
#include "test_say_bad_voice.moc"
