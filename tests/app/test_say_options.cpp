// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "cli_runner.h"
#include "output_files.h"

#include <QTest>

using namespace parley::test;

/// Options under the reference's names, closing tags, and warnings that stop nothing.
class TestSayOptions : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void takesTheReferencesSpellings();
    void takesAnAudioPrompt();
    void addsTheClosingTag_data();
    void addsTheClosingTag();
    void warnsAndSpeaks_data();
    void warnsAndSpeaks();
    void computesIn_data();
    void computesIn();
    void keepsPackedWeights();
    void keepsNoneWhereItMayNot();
};

namespace {

QStringList sayInt8(const QString& out, const QString& cache) {
    return {"say",
            "[S1] Hello.",
            "--max-tokens",
            "40",
            "--seed",
            "7",
            "--dtype",
            "int8",
            "--model",
            dataPath("plain/dia-0626"),
            "--codec",
            dataPath("plain/dac-transformers"),
            "--out",
            out,
            "--packed-cache",
            cache};
}

} // namespace

void TestSayOptions::takesTheReferencesSpellings() {
    const Folder folder;
    const QString dia = dataPath("plain/dia-0626");
    const QString codec = dataPath("plain/dac-transformers");
    const QStringList common = {"say", "[S1] Hello.", "--max-tokens", "40", "--seed", "7", "--codec", codec};
    const CliRun ours = runCli(folder, common + QStringList{"--model", dia, "--out", "ours.wav"});
    const CliRun theirs =
        runCli(folder, common + QStringList{"--checkpoint", dia + "/model.safetensors", "--config",
                                            dia + "/config.json", "--local-paths", "--output", "theirs.wav"});
    QVERIFY2(ours.status == 0 && theirs.status == 0, ours.told() + theirs.told());
    QVERIFY2(theirs.complaints().isEmpty(), theirs.told());
    QVERIFY(!folder.content("ours.wav").isEmpty());
    QVERIFY(folder.content("ours.wav") == folder.content("theirs.wav"));
}

void TestSayOptions::takesAnAudioPrompt() {
    const Folder folder;
    const QStringList room = {"--max-tokens", "128"};
    const QString voice = dataPath("prompt/prompt.wav");
    const CliRun ours = runCli(
        folder, sayDemo("ours.wav", room + QStringList{"--voice", voice, "--voice-text", "[S1] One."}, "[S1] Two."));
    const CliRun theirs =
        runCli(folder, sayDemo("theirs.wav", room + QStringList{"--audio-prompt", voice}, "[S1] One.\n[S1] Two."));
    const CliRun without = runCli(folder, sayDemo("without.wav", room, "[S1] One.\n[S1] Two."));
    QVERIFY2(ours.status == 0 && theirs.status == 0 && without.status == 0, ours.told() + theirs.told());
    QVERIFY2(theirs.err.contains("warning") && theirs.err.contains("--voice-text"), theirs.told());
    QVERIFY(folder.content("ours.wav") == folder.content("theirs.wav"));
    QVERIFY(folder.content("ours.wav") != folder.content("without.wav"));
}

void TestSayOptions::addsTheClosingTag_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("closed");
    QTest::newRow("first speaker's turn") << "[S1] Hello." << "[S1] Hello. [S2]";
    QTest::newRow("second speaker's turn") << "[S1] Hello. [S2] Hi." << "[S1] Hello. [S2] Hi. [S1]";
    QTest::newRow("closed already") << "[S1] Hello. [S2]" << "[S1] Hello. [S2]";
}

void TestSayOptions::addsTheClosingTag() {
    QFETCH(QString, text);
    QFETCH(QString, closed);
    const Folder folder;
    const CliRun byHand = runCli(folder, sayDemo("hand.wav", {}, closed));
    const CliRun run = runCli(folder, sayDemo("flag.wav", {"--closing-tag"}, text));
    QVERIFY2(byHand.status == 0 && run.status == 0, byHand.told() + run.told());
    QVERIFY(folder.content("flag.wav") == folder.content("hand.wav"));
}

void TestSayOptions::warnsAndSpeaks_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QByteArray>("word");
    QTest::newRow("tag in small letters") << "[S1] Hello. [s2] Hi." << QByteArray("[s2]");
    QTest::newRow("no first tag") << "Hello." << QByteArray("[S1]");
    QTest::newRow("unknown sound") << "[S1] Hello. (barks)" << QByteArray("(barks)");
    QTest::newRow("speaks twice") << "[S1] Hello. [S1] Hi." << QByteArray("twice");
}

void TestSayOptions::warnsAndSpeaks() {
    QFETCH(QString, text);
    QFETCH(QByteArray, word);
    const Folder folder;
    const CliRun run = runCli(folder, sayDemo("o.wav", {}, text));
    QVERIFY2(run.status == 0, run.told());
    QVERIFY2(run.complaints().size() == 1, run.told());
    const QByteArray warning = run.complaints().first();
    QVERIFY2(warning.startsWith("parley-cli: warning: ") && warning.contains(word), run.told());
    QVERIFY(!samplesOf(folder.path("o.wav")).empty());
}

void TestSayOptions::computesIn_data() {
    QTest::addColumn<QString>("dtype");
    for (const char* dtype : {"bfloat16", "int8", "int4"}) {
        QTest::newRow(dtype) << QString(dtype);
    }
}

void TestSayOptions::computesIn() {
    QFETCH(const QString, dtype);
    const Folder folder;
    const CliRun run = runCli(folder, sayDemo("o.wav", {"--json", "--dtype", dtype, "--device", "cpu"}));
    QVERIFY2(run.status == 0, run.told());
    QCOMPARE(run.json().value("dtype").toString(), dtype);
    QVERIFY(!samplesOf(folder.path("o.wav")).empty());
}

void TestSayOptions::keepsPackedWeights() {
    const Folder folder;
    const CliRun first = runCli(folder, sayInt8("first.wav", "kept"));
    QVERIFY2(first.status == 0 && first.complaints().isEmpty(), first.told());
    const std::filesystem::path kept = folder.path("kept");
    QCOMPARE(std::distance(std::filesystem::directory_iterator(kept), {}), 4); // two files and their stamps
    const CliRun second = runCli(folder, sayInt8("second.wav", "kept"));
    QVERIFY2(second.status == 0 && second.complaints().isEmpty(), second.told());
    for (const std::filesystem::directory_entry& entry : std::filesystem::directory_iterator(kept)) {
        if (entry.path().extension() == ".safetensors") {
            std::filesystem::resize_file(entry.path(), 1000);
        }
    }
    const CliRun third = runCli(folder, sayInt8("third.wav", "kept"));
    QVERIFY2(third.status == 0 && third.complaints().size() == 1 && third.err.contains("made again"), third.told());
    QVERIFY(!folder.content("first.wav").isEmpty());
    QVERIFY(folder.content("second.wav") == folder.content("first.wav"));
    QVERIFY(folder.content("third.wav") == folder.content("first.wav"));
}

void TestSayOptions::keepsNoneWhereItMayNot() {
    const Folder folder;
    const CliRun none = runCli(folder, sayInt8("none.wav", "none"), {},
                               {{"PARLEY_CACHE_DIR", QString::fromStdString(folder.path("x"))}});
    QVERIFY2(none.status == 0 && none.complaints().isEmpty(), none.told());
    QCOMPARE(folder.names(), QStringList{"none.wav"});
    const CliRun refused = runCli(folder, sayInt8("refused.wav", "/dev/null/kept"));
    QVERIFY2(refused.status == 0 && refused.complaints().size() == 1, refused.told());
    QVERIFY2(refused.err.contains("could not be kept") && refused.err.contains("/dev/null/kept"), refused.told());
    QVERIFY(folder.content("refused.wav") == folder.content("none.wav"));
}

QTEST_GUILESS_MAIN(TestSayOptions)
#include "test_say_options.moc"
