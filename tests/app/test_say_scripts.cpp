// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "cli_runner.h"
#include "output_files.h"

#include <QDir>
#include <QTest>

using namespace parley::test;

namespace {

const QString kText = QStringLiteral("[S1] Hello there. [S2] Hi.");

/// sayDemo() without a text.
QStringList sayScripts(const QString& out, const QStringList& scripts) {
    QStringList arguments = sayDemo(out);
    arguments.removeAt(1);
    for (const QString& script : scripts) {
        arguments += QStringList{"--script", script};
    }
    return arguments;
}

} // namespace

/// Where `say` takes its text from, and where the sounds of several texts go.
class TestSayScripts : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void readsAScriptLikeTheText_data();
    void readsAScriptLikeTheText();
    void keepsATextToTheByte();
    void readsStandardInput();
    void namesSoundsAfterScripts();
    void keepsSoundsOfTheSameNameApart();
    void namesTheSoundOfATextInAFolder();
    void goesOnAfterABadScript();

private:
    QByteArray m_sound; ///< of kText, given as the text
};

void TestSayScripts::initTestCase() {
    const Folder folder;
    const CliRun run = runCli(folder, sayDemo("text.wav", {}, kText));
    QVERIFY2(run.status == 0, run.told());
    m_sound = folder.content("text.wav");
    QVERIFY(!m_sound.isEmpty());
}

void TestSayScripts::readsAScriptLikeTheText_data() {
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("after");
    QTest::addColumn<bool>("same");
    QTest::newRow("as it is") << QByteArray() << QByteArray() << true;
    QTest::newRow("line break at its end") << QByteArray() << QByteArray("\n") << true;
    QTest::newRow("line break of Windows") << QByteArray() << QByteArray("\r\n") << true;
    QTest::newRow("byte-order mark") << QByteArray("\xEF\xBB\xBF") << QByteArray("\n") << true;
    QTest::newRow("two line breaks: one is the author's") << QByteArray() << QByteArray("\n\n") << false;
    QTest::newRow("space at its end") << QByteArray() << QByteArray(" ") << false;
}

void TestSayScripts::readsAScriptLikeTheText() {
    QFETCH(QByteArray, before);
    QFETCH(QByteArray, after);
    QFETCH(bool, same);
    const Folder folder;
    folder.put("script.txt", before + kText.toUtf8() + after);
    const CliRun run = runCli(folder, sayScripts("script.wav", {"script.txt"}));
    QVERIFY2(run.status == 0, run.told());
    QVERIFY2(run.complaints().isEmpty(), run.told());
    QCOMPARE(folder.content("script.wav") == m_sound, same);
}

void TestSayScripts::keepsATextToTheByte() {
    const Folder folder;
    const CliRun run = runCli(folder, sayDemo("longer.wav", {}, kText + "\n"));
    QVERIFY2(run.status == 0, run.told());
    QVERIFY(folder.content("longer.wav") != m_sound);
}

void TestSayScripts::readsStandardInput() {
    const Folder folder;
    const CliRun run = runCli(folder, sayScripts("input.wav", {"-"}), kText.toUtf8() + "\n");
    QVERIFY2(run.status == 0, run.told());
    QVERIFY(folder.content("input.wav") == m_sound);
}

void TestSayScripts::namesSoundsAfterScripts() {
    const Folder folder;
    folder.put("first.txt", "[S1] One.\n");
    folder.put("second.v2.txt", "[S1] Two.\n");
    QVERIFY(QDir(QString::fromStdString(folder.path("").string())).mkdir("sounds"));
    const CliRun run = runCli(folder, sayScripts("sounds", {"first.txt", "second.v2.txt"}));
    QVERIFY2(run.status == 0, run.told());
    const QDir sounds(QString::fromStdString(folder.path("sounds").string()));
    QCOMPARE(sounds.entryList(QDir::Files | QDir::Hidden, QDir::Name), (QStringList{"first.wav", "second.v2.wav"}));
    const CliRun alone = runCli(folder, sayScripts("alone.wav", {"second.v2.txt"}));
    QVERIFY2(alone.status == 0, alone.told());
    QVERIFY2(folder.content("sounds/second.v2.wav") == folder.content("alone.wav"),
             "a script must sound the same after another one");
    QVERIFY(folder.content("sounds/first.wav") != folder.content("alone.wav"));
}

void TestSayScripts::keepsSoundsOfTheSameNameApart() {
    const Folder folder;
    folder.put("a.txt", "[S1] One.");
    folder.put("a.md", "[S1] Two.");
    const CliRun run = runCli(folder, sayScripts(".", {"a.txt", "a.md", "a.txt"}));
    QVERIFY2(run.status == 0, run.told());
    QCOMPARE(folder.names(), (QStringList{"a-2.wav", "a-3.wav", "a.md", "a.txt", "a.wav"}));
    QVERIFY(folder.content("a.wav") == folder.content("a-3.wav"));
    QVERIFY(folder.content("a.wav") != folder.content("a-2.wav"));
}

void TestSayScripts::namesTheSoundOfATextInAFolder() {
    const Folder folder;
    const CliRun run = runCli(folder, sayDemo("."));
    QVERIFY2(run.status == 0, run.told());
    QCOMPARE(folder.names(), QStringList{"script.wav"});
    QVERIFY(!samplesOf(folder.path("script.wav")).empty());
}

void TestSayScripts::goesOnAfterABadScript() {
    const Folder folder;
    folder.put("bad.txt", "\xFF");
    folder.put("good.txt", "[S1] One.");
    const CliRun run = runCli(folder, sayScripts(".", {"bad.txt", "good.txt"}));
    QVERIFY2(run.status == 1, run.told());
    QVERIFY2(run.complaints().size() == 1 && run.err.contains("UTF-8"), run.told());
    QCOMPARE(folder.names(), (QStringList{"bad.txt", "good.txt", "good.wav"}));
}

QTEST_GUILESS_MAIN(TestSayScripts)
#include "test_say_scripts.moc"
