// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "cli_runner.h"

#include <QRegularExpression>
#include <QTest>

using namespace parley::test;

/// `say --takes`: several takes of each script in one run.
class TestSayTakes : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void areWhatSingleRunsMake();
    void drawsOneSeedForAll();
    void countsEachScriptByItself();
    void refuses_data();
    void refuses();
};

void TestSayTakes::areWhatSingleRunsMake() {
    const Folder folder;
    const CliRun run = runCli(folder, sayDemo("take.wav", {"--takes", "3", "--seed", "11"}));
    QVERIFY2(run.status == 0, run.told());
    QCOMPARE(folder.names(), QStringList({"take-1.wav", "take-2.wav", "take-3.wav"}));
    for (int take = 1; take <= 3; ++take) {
        const CliRun single = runCli(folder, sayDemo("single.wav", {"--seed", QString::number(10 + take)}));
        QVERIFY2(single.status == 0, single.told());
        QVERIFY2(folder.content("single.wav") == folder.content(qPrintable(QString("take-%1.wav").arg(take))),
                 run.told());
    }
}

void TestSayTakes::drawsOneSeedForAll() {
    const Folder folder;
    const CliRun run = runCli(folder, sayDemo("take.wav", {"--takes", "3", "--seed", "-1"}));
    QVERIFY2(run.status == 0, run.told());
    QList<quint64> seeds;
    static const QRegularExpression kSeed("seed ([0-9]+)");
    for (auto match = kSeed.globalMatch(QString::fromUtf8(run.out)); match.hasNext();) {
        seeds += match.next().captured(1).toULongLong();
    }
    QVERIFY2(seeds.size() == 3 && seeds[1] == seeds[0] + 1 && seeds[2] == seeds[0] + 2, run.told());
}

void TestSayTakes::countsEachScriptByItself() {
    const Folder folder;
    folder.put("a.txt", "[S1] The first one. [S2] Yes.");
    folder.put("b.txt", "[S1] The second one. [S2] No.");
    QStringList arguments = sayDemo(".", {"--takes", "2", "--script", "a.txt", "--script", "b.txt"});
    arguments.removeAt(1); // the text
    const CliRun run = runCli(folder, arguments);
    QVERIFY2(run.status == 0, run.told());
    QCOMPARE(folder.names(), QStringList({"a-1.wav", "a-2.wav", "a.txt", "b-1.wav", "b-2.wav", "b.txt"}));
    QVERIFY(folder.content("a-1.wav") != folder.content("a-2.wav"));
}

void TestSayTakes::refuses_data() {
    QTest::addColumn<QStringList>("options");
    QTest::addColumn<QByteArrayList>("words");
    QTest::newRow("none") << QStringList{"--takes", "0"} << QByteArrayList{"--takes"};
    QTest::newRow("a word") << QStringList{"--takes", "many"} << QByteArrayList{"--takes"};
    QTest::newRow("seeds beyond the last one")
        << QStringList{"--takes", "2", "--seed", "9223372036854775807"} << QByteArrayList{"--seed", "takes"};
    QTest::newRow("codes of several") << QStringList{"--takes", "2", "--codes", "c.safetensors"}
                                      << QByteArrayList{"--codes", "one take"};
}

void TestSayTakes::refuses() {
    QFETCH(const QStringList, options);
    QFETCH(const QByteArrayList, words);
    const Folder folder;
    const QByteArray fault = faultOfRefusal(sayDemo("take.wav", options), 2, words, folder);
    QVERIFY2(fault.isEmpty(), fault);
}

QTEST_GUILESS_MAIN(TestSayTakes)
#include "test_say_takes.moc"
