// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "cli_runner.h"

#include <unistd.h>

#include <QTest>

using namespace parley::test;

namespace {

const QString kText = QStringLiteral("[S1] Hello.");

} // namespace

/// Command lines that don't say what to do, or where to write.
class TestSayBadUsage : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void refuses_data();
    void refuses();
    void refusesAFolderThatMayNotBeWritten();
};

void TestSayBadUsage::refuses_data() {
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArrayList>("words");
    const auto row = [](const char* name, const QStringList& arguments, int status, const QByteArrayList& words) {
        QTest::newRow(name) << arguments << status << words;
    };
    row("no subcommand", {}, 2, {"subcommand", "--help"});
    row("unknown subcommand", {"shout"}, 2, {"shout", "--help"});
    row("unknown subcommand of one", {"models", "shout"}, 2, {"shout", "parley-cli models --help"});
    row("nothing for a subcommand of one", {"models", "quantize"}, 2, {"model", "parley-cli models quantize --help"});
    row("option misspelt", {"say", kText, "--demo", "--ou", "o.wav"}, 2, {"--ou ", "parley-cli say --help"});
    row("server on a device that isn't there", {"serve", "--demo", "--port", "0", "--device", "cuda:7"}, 1, {"cuda:7"});
    row("unknown option", sayDemo("o.wav", {"--loud"}), 2, {"--loud"});
    row("one text too many", sayDemo("o.wav", {"[S1] More."}), 2, {"[S1] More."});
    row("no --out", {"say", kText, "--demo"}, 2, {"--out"});
    row("no --model", {"say", kText, "--codec", "x", "--out", "o.wav"}, 2, {"--model", "--demo"});
    row("--demo and --model", sayDemo("o.wav", {"--model", "x"}), 2, {"--demo", "--model"});
    row("--demo and --codec", sayDemo("o.wav", {"--codec", "x"}), 2, {"--demo", "--codec"});
    row("no text", {"say", "--demo", "--out", "o.wav"}, 2, {"nothing to say", "--script"});
    row("text and --script", sayDemo("o.wav", {"--script", "script.txt"}), 2, {"both", "--script"});
    row("option without its value", {"say", kText, "--demo", "--out"}, 2, {"--out"});
    row("unknown extension", sayDemo("o.xyz"), 2, {"o.xyz", ".xyz", ".wav"});
    row("no extension", sayDemo("o"), 2, {"o: ", ".wav"});
    row("several scripts, one sound",
        {"say", "--script", "script.txt", "--script", "script.txt", "--demo", "--out", "o.wav"}, 2,
        {"o.wav", "folder"});
    row("several scripts, one --codes",
        {"say", "--script", "script.txt", "--script", "script.txt", "--demo", "--out", ".", "--codes", "o.st"}, 2,
        {"--codes"});
    row("sound and codes in one file", sayDemo("o.wav", {"--codes", "./o.wav"}), 2, {"o.wav", "--codes"});
    row("sound over the voice", sayDemo("./voice.wav", {"--voice", "voice.wav", "--voice-text", "[S1] Hi."}), 2,
        {"voice.wav", "written over"});
    row("codes over the script", {"say", "--script", "script.txt", "--demo", "--out", "o.wav", "--codes", "script.txt"},
        2, {"script.txt", "written over"});
    row("folder of --out is missing", sayDemo("missing/o.wav"), 1, {"missing/o.wav", "folder"});
    row("folder of --out is a file", sayDemo("script.txt/o.wav"), 1, {"script.txt/o.wav", "folder"});
    row("folder of --codes is missing", sayDemo("o.wav", {"--codes", "missing/o.st"}), 1, {"missing/o.st"});
    row("--codes is a folder", sayDemo("o.wav", {"--codes", "."}), 1, {"folder"});
    row("script is missing", {"say", "--script", "nowhere.txt", "--demo", "--out", "o.wav"}, 1, {"nowhere.txt"});
    row("script is a folder", {"say", "--script", ".", "--demo", "--out", "o.wav"}, 1, {"can't be read"});
    row("line break in a file's name", {"say", "--script", "no\nwhere", "--demo", "--out", "o.wav"}, 1, {"no where"});
}

void TestSayBadUsage::refuses() {
    QFETCH(QStringList, arguments);
    QFETCH(int, status);
    QFETCH(QByteArrayList, words);
    const Folder folder;
    folder.put("script.txt", "[S1] Hello.");
    const CliRun run = runCli(folder, arguments);
    const QByteArray fault = faultOfRefusal(run, status, words, folder, {"script.txt"});
    QVERIFY2(fault.isEmpty(), fault);
}

void TestSayBadUsage::refusesAFolderThatMayNotBeWritten() {
    if (geteuid() == 0) {
        QSKIP("root may write everywhere");
    }
    const Folder folder;
    const QString path = QString::fromStdString(folder.path("").string());
    QVERIFY(QFile::setPermissions(path, QFile::ReadOwner | QFile::ExeOwner));
    const CliRun run = runCli(folder, sayDemo("o.wav"));
    QVERIFY(QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
    const QByteArray fault = faultOfRefusal(run, 1, {"o.wav", "can't be written"}, folder, {});
    QVERIFY2(fault.isEmpty(), fault);
}

QTEST_GUILESS_MAIN(TestSayBadUsage)
#include "test_say_bad_usage.moc"
