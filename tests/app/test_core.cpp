// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "cli_runner.h"

#include <QJsonArray>
#include <QTest>

using namespace parley::test;

namespace {

CliRun runCore(const Folder& folder, const QStringList& arguments) {
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert("PARLEY_CACHE_DIR", folder.path("cache").c_str());
    process.setProcessEnvironment(environment);
    process.setWorkingDirectory(folder.path(".").c_str());
    process.start(PARLEY_CORE, arguments);
    return outcomeOf(process);
}

} // namespace

/// The program for machines with a GPU and little else.
class TestCore : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void measures();
    void testsItself();
    void listsDevices();
    void helps();
    void tellsItsVersion();
    void refuses_data();
    void refuses();
};

void TestCore::measures() {
    const Folder folder;
    const CliRun run =
        runCore(folder, {"bench", "--demo", "--steps", "2", "--dtype", "int8", "--threads", "1", "--json"});
    QVERIFY2(run.status == 0 && run.err.isEmpty(), run.told());
    QCOMPARE(run.json().value("dtype").toString(), QString("int8"));
    QCOMPARE(run.json().value("threads").toInteger(), 1);
    QVERIFY(run.json().value("tokens_per_s").toDouble() > 0.0);
}

void TestCore::testsItself() {
    const Folder folder;
    const CliRun run = runCore(folder, {"selftest", "--device", "cpu", "--json"});
    QVERIFY2(run.status == 0, run.told());
    QCOMPARE(run.json().value("verdicts").toArray().size(), 4);
    QVERIFY(std::filesystem::exists(folder.path("cache/self-test.tsv")));
    const CliRun against = runCore(folder, {"selftest", "--against", "nowhere.st"});
    QVERIFY2(against.status != 0 && against.err.contains("nowhere.st"), against.told());
}

void TestCore::listsDevices() {
    const Folder folder;
    const CliRun run = runCore(folder, {"devices"});
    QVERIFY2(run.status == 0 && run.out.startsWith("cpu: ") && run.out.contains("auto takes "), run.told());
}

void TestCore::helps() {
    const Folder folder;
    const CliRun run = runCore(folder, {"--help"});
    QVERIFY2(run.status == 0 && run.out.contains("selftest") && run.out.contains("bench"), run.told());
}

void TestCore::tellsItsVersion() {
    const Folder folder;
    const CliRun run = runCore(folder, {"--version"});
    QVERIFY2(run.status == 0 && run.out.startsWith("parley-core ") && run.out.contains("\ntorch: "), run.told());
}

void TestCore::refuses_data() {
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QByteArray>("word");
    QTest::newRow("nothing") << QStringList{} << QByteArray("no command");
    QTest::newRow("another command") << QStringList{"say"} << QByteArray("say is not a command");
    QTest::newRow("another option") << QStringList{"bench", "--loud"} << QByteArray("--loud is not an option");
    QTest::newRow("no value") << QStringList{"bench", "--steps"} << QByteArray("--steps needs a value");
    QTest::newRow("no number") << QStringList{"bench", "--steps", "3x"} << QByteArray("--steps 3x");
    QTest::newRow("negative") << QStringList{"bench", "--threads", "-1"} << QByteArray("--threads -1");
    QTest::newRow("beyond counting") << QStringList{"bench", "--steps", "99999999999999999999"}
                                     << QByteArray("--steps 99999999999999999999");
    QTest::newRow("no device") << QStringList{"bench", "--device", "quantum"} << QByteArray("--device quantum");
    QTest::newRow("no steps") << QStringList{"bench", "--demo", "--steps", "0"} << QByteArray("benchmark");
}

void TestCore::refuses() {
    QFETCH(const QStringList, arguments);
    QFETCH(const QByteArray, word);
    const Folder folder;
    const CliRun run = runCore(folder, arguments);
    QVERIFY2(run.status == 2 && run.out.isEmpty() && run.err.contains(word) && run.err.count('\n') == 1, run.told());
}

QTEST_GUILESS_MAIN(TestCore)
#include "test_core.moc"
