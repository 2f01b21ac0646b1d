// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "cli_runner.h"
#include "damage.h"

#include <QJsonArray>
#include <QTest>

using namespace parley::test;

/// `inspect` on checkpoints that are not whole, and on what is none.
class TestInspectFaults : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void listsWhatIsAmiss_data();
    void listsWhatIsAmiss();
    void refuses_data();
    void refuses();
};

void TestInspectFaults::listsWhatIsAmiss_data() {
    QTest::addColumn<QByteArray>("tensor");
    QTest::addColumn<QByteArray>("renamed");
    QTest::addColumn<QStringList>("lists");
    QTest::addColumn<int>("status");
    QTest::newRow("a missing tensor") << QByteArray("encoder.norm.weight") << QByteArray("encoder.other.weight")
                                      << QStringList{"missing", "extra"} << 1;
    QTest::newRow("a shape that doesn't fit")
        << QByteArray(R"("shape":[256,32])") << QByteArray(R"("shape":[32,256])") << QStringList{"wrong"} << 1;
}

void TestInspectFaults::listsWhatIsAmiss() {
    QFETCH(QByteArray, tensor);
    QFETCH(QByteArray, renamed);
    QFETCH(QStringList, lists);
    QFETCH(int, status);
    const Folder folder;
    copyData(folder, "plain/dia-0626", "dia");
    folder.put("dia/model.safetensors",
               withNames(folder.content("dia/model.safetensors"), tensor.constData(), renamed.constData()));
    const CliRun run = runCli(folder, {"inspect", "dia", "--json"});
    QVERIFY2(run.status == status && run.err.isEmpty(), run.told());
    for (const QString& list : {QString("missing"), QString("wrong"), QString("extra")}) {
        QCOMPARE(run.json().value(list).toArray().size(), lists.contains(list) ? 1 : 0);
    }
    const CliRun plain = runCli(folder, {"inspect", "dia"});
    QCOMPARE(plain.status, status);
    QVERIFY2(plain.out.contains(lists.first().toUtf8() + ": 1\n  "), plain.told());
    const CliRun spoken = runCli(
        folder, {"say", "[S1] Hi.", "--model", "dia", "--codec", dataPath("plain/dac-transformers"), "--out", "o.wav"});
    const QByteArray fault = faultOfRefusal(spoken, 1, {"dia/model.safetensors"}, folder, {"dia"});
    QVERIFY2(fault.isEmpty(), fault);
}

void TestInspectFaults::refuses_data() {
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("word");
    const QString dia = dataPath("plain/dia-0626");
    QTest::newRow("no path") << QStringList{"inspect"} << 2 << QByteArray("path");
    QTest::newRow("missing") << QStringList{"inspect", "nowhere"} << 1 << QByteArray("nowhere");
    QTest::newRow("empty folder") << QStringList{"inspect", "."} << 1 << QByteArray("no checkpoint");
    QTest::newRow("a sound") << QStringList{"inspect", dataPath("prompt/prompt.wav")} << 1 << QByteArray("prompt.wav");
    QTest::newRow("another network") << QStringList{"inspect", dataPath("plain/expected.safetensors")} << 1
                                     << QByteArray("not those of a Dia network");
    QTest::newRow("no such generation") << QStringList{"inspect", dia, "--generation", "7"} << 2 << QByteArray("0626");
    QTest::newRow("missing config") << QStringList{"inspect", dia, "--config", "nowhere.json"} << 1
                                    << QByteArray("nowhere.json");
}

void TestInspectFaults::refuses() {
    QFETCH(QStringList, arguments);
    QFETCH(int, status);
    QFETCH(QByteArray, word);
    const Folder folder;
    const CliRun run = runCli(folder, arguments);
    const QByteArray fault = faultOfRefusal(run, status, {word}, folder, {});
    QVERIFY2(fault.isEmpty(), fault);
}

QTEST_GUILESS_MAIN(TestInspectFaults)
#include "test_inspect_faults.moc"
