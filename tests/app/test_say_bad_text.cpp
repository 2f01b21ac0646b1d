// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "cli_runner.h"

#include <QTest>

using namespace parley::test;

/// Texts that can't be spoken; they come as script files, which can hold any byte.
class TestSayBadText : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void refusesScripts_data();
    void refusesScripts();
    void refusesTexts_data();
    void refusesTexts();
    void takesTheLongestText();
};

void TestSayBadText::refusesScripts_data() {
    QTest::addColumn<QByteArray>("script");
    QTest::addColumn<QByteArrayList>("words");
    QTest::newRow("empty") << QByteArray() << QByteArrayList{"empty"};
    QTest::newRow("nothing but a line break") << QByteArray("\n") << QByteArrayList{"empty"};
    QTest::newRow("one byte too long") << "[S1]" + QByteArray(1024, 'a') << QByteArrayList{"1,025", "1,024"};
    QTest::newRow("much too long") << QByteArray(100'000, 'a') << QByteArrayList{"100,000", "1,024", "98,976"};
    QTest::newRow("no text file") << QByteArray((1 << 20) + 1, 'a') << QByteArrayList{"script.txt", "1 MB"};
    QTest::newRow("invalid UTF-8") << QByteArray("[S1] \xFF!") << QByteArrayList{"offset 5", "UTF-8"};
    QTest::newRow("cut UTF-8") << QByteArray("[S1] \xE2\x82") << QByteArrayList{"offset 5", "UTF-8"};
    QTest::newRow("Latin-1") << QByteArray("[S1] na\xEFve") << QByteArrayList{"offset 7", "UTF-8"};
    QTest::newRow("byte 0") << QByteArray("[S1] a\0b", 8) << QByteArrayList{"offset 6", "padding"};
    QTest::newRow("byte 1") << QByteArray("[S1] \x01") << QByteArrayList{"offset 5", "tag"};
    QTest::newRow("byte 2") << QByteArray("\x02 Hello.") << QByteArrayList{"offset 0", "tag"};
}

void TestSayBadText::refusesScripts() {
    QFETCH(QByteArray, script);
    QFETCH(QByteArrayList, words);
    const Folder folder;
    folder.put("script.txt", script);
    QStringList arguments = sayDemo("o.wav", {"--script", "script.txt"});
    arguments.removeAt(1);
    const CliRun run = runCli(folder, arguments);
    const QByteArray fault = faultOfRefusal(run, 1, words, folder, {"script.txt"});
    QVERIFY2(fault.isEmpty(), fault);
}

void TestSayBadText::refusesTexts_data() {
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QByteArrayList>("words");
    const QStringList voice = {"--max-tokens", "128", "--voice", dataPath("prompt/prompt.wav"), "--voice-text"};
    QTest::newRow("empty") << sayDemo("o.wav", {}, "") << QByteArrayList{"empty"};
    QTest::newRow("empty after a transcript")
        << sayDemo("o.wav", voice + QStringList{"[S1] One."}, "") << QByteArrayList{"empty"};
    QTest::newRow("too long") << sayDemo("o.wav", {}, QString(1025, 'a')) << QByteArrayList{"1,025"};
    QTest::newRow("too long with its transcript")
        << sayDemo("o.wav", voice + QStringList{QString(512, 'a')}, QString(512, 'b'))
        << QByteArrayList{"1,025", "transcript"};
    QTest::newRow("too long with its closing tag")
        << sayDemo("o.wav", {"--closing-tag"}, "[S1]" + QString(1023, 'a')) << QByteArrayList{"1,026"};
    QTest::newRow("byte 1") << sayDemo("o.wav", {}, "[S1] \x01") << QByteArrayList{"offset 5"};
    QTest::newRow("byte 1 in a transcript")
        << sayDemo("o.wav", voice + QStringList{"[S1] \x01"}) << QByteArrayList{"offset 5"};
}

void TestSayBadText::refusesTexts() {
    QFETCH(QStringList, arguments);
    QFETCH(QByteArrayList, words);
    const Folder folder;
    const CliRun run = runCli(folder, arguments);
    const QByteArray fault = faultOfRefusal(run, 1, words, folder, {});
    QVERIFY2(fault.isEmpty(), fault);
}

void TestSayBadText::takesTheLongestText() {
    const Folder folder;
    const CliRun run = runCli(folder, sayDemo("o.wav", {}, "[S1]" + QString(1023, 'a')));
    QVERIFY2(run.status == 0 && run.complaints().isEmpty(), run.told());
    QCOMPARE(folder.names(), QStringList{"o.wav"});
}

QTEST_GUILESS_MAIN(TestSayBadText)
#include "test_say_bad_text.moc"
