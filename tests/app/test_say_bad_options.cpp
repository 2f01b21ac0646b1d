// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "cli_runner.h"

#include <QTest>

using namespace parley::test;

/// Values that an option can't have.
class TestSayBadOptions : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void refuses_data();
    void refuses();
    void takesTheLimits_data();
    void takesTheLimits();
};

void TestSayBadOptions::refuses_data() {
    QTest::addColumn<QString>("option");
    QTest::addColumn<QString>("value");
    QTest::addColumn<int>("status");
    const auto rows = [](const char* option, const QStringList& values, int status = 2) {
        for (const QString& value : values) {
            QTest::addRow("%s %s", option, qPrintable(value)) << QString(option) << value << status;
        }
    };
    rows("--top-k", {"4", "1029", "many"});
    rows("--top-p", {"0", "1.5", "nan"});
    rows("--temperature", {"-1", "101", "nan"});
    rows("--cfg-scale", {"-1", "nan"});
    rows("--max-tokens", {"1", "16", "3073", "100000"});
    rows("--seed", {"-2", "1.5", "99999999999999999999"});
    rows("--speed", {"3", "0.4", "nan"});
    rows("--bits", {"8"});
    rows("--threads", {"-1", "1025"});
    rows("--device", {"quantum", "cpu:1"});
    rows("--device", {"cuda", "mps"}, 1);
    rows("--dtype", {"float7"});
    rows("--dtype", {"float16"}, 1);
    rows("--generation", {"0.2"});
}

void TestSayBadOptions::refuses() {
    QFETCH(QString, option);
    QFETCH(QString, value);
    QFETCH(int, status);
    const Folder folder;
    const CliRun run = runCli(folder, sayDemo("o.wav", {option, value}));
    const QByteArray fault = faultOfRefusal(run, status, {option.toUtf8()}, folder, {});
    QVERIFY2(fault.isEmpty(), fault);
}

void TestSayBadOptions::takesTheLimits_data() {
    QTest::addColumn<QStringList>("options");
    QTest::newRow("least") << QStringList{"--top-k",     "5", "--top-p", "0.000001", "--temperature", "0",
                                          "--cfg-scale", "0", "--seed",  "0",        "--max-tokens",  "17"};
    QTest::newRow("most") << QStringList{"--top-k", "1028",        "--top-p", "1",      "--temperature",
                                         "100",     "--cfg-scale", "100",     "--seed", "9223372036854775807"};
}

void TestSayBadOptions::takesTheLimits() {
    QFETCH(QStringList, options);
    const Folder folder;
    const CliRun run = runCli(folder, sayDemo("o.wav", options));
    QVERIFY2(run.status == 0, run.told());
    QCOMPARE(folder.names(), QStringList{"o.wav"});
}

QTEST_GUILESS_MAIN(TestSayBadOptions)
#include "test_say_bad_options.moc"
