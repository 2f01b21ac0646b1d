// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "cli_runner.h"
#include "support/data_folder.h"

#include <QRegularExpression>
#include <QTest>

using namespace parley::test;

/// What the program tells of itself and of the machine.
class TestInformation : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void tellsItsVersion();
    void helps_data();
    void helps();
    void namesNoPackWhereNoneIsTaken();
    void measuresTheDemo();
    void measuresOtherSizes();
    void printsTheMeasurementForPeople();
    void refusesToMeasure_data();
    void refusesToMeasure();
};

void TestInformation::tellsItsVersion() {
    const Folder folder;
    const CliRun run = runCli(folder, {"--version"});
    QVERIFY2(run.status == 0 && run.err.isEmpty(), run.told());
    const QRegularExpression report("^parley-cli [0-9]+\\.[0-9]+\\.[0-9]+\n"
                                    "commit: ([0-9a-f]{12}(-dirty)?|unknown)\n"
                                    "torch: [0-9]+\\.[0-9]+\\.[0-9]+\n"
                                    "CUDA: ([0-9]+\\.[0-9]+|none)\n"
                                    "Qt: [0-9]+\\.[0-9]+\\.[0-9]+\n$");
    QVERIFY2(report.match(QString::fromUtf8(run.out)).hasMatch(), run.told());
}

void TestInformation::helps_data() {
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QByteArrayList>("words");
    QTest::newRow("program") << QStringList{"--help"} << QByteArrayList{"say",     "trace",   "encode", "decode",
                                                                        "inspect", "devices", "bench",  "selftest"};
    QTest::newRow("say") << QStringList{"say", "--help"}
                         << QByteArrayList{"--script",     "--voice",     "--voice-text",  "--out",
                                           "--max-tokens", "--cfg-scale", "--temperature", "--top-p",
                                           "--top-k",      "--seed",      "--model",       "--codec",
                                           "--demo",       "--device",    "--dtype",       "--json"};
    QTest::newRow("models path") << QStringList{"models", "path", "--help"} << QByteArrayList{"gpu-pack"};
    QTest::newRow("inspect") << QStringList{"inspect", "--help"} << QByteArrayList{"--generation", "--json"};
}

void TestInformation::namesNoPackWhereNoneIsTaken() {
    const Folder folder;
    for (const char* command : {"use", "quantize"}) {
        const CliRun run = runCli(folder, {"models", command, "--help"});
        QVERIFY2(run.status == 0 && run.out.contains("a path"), run.told());
        QVERIFY2(!run.out.contains("gpu-pack"), run.told());
    }
}

void TestInformation::helps() {
    QFETCH(QStringList, arguments);
    QFETCH(QByteArrayList, words);
    const Folder folder;
    const CliRun run = runCli(folder, arguments);
    QVERIFY2(run.status == 0 && run.err.isEmpty(), run.told());
    for (const QByteArray& word : words) {
        QVERIFY2(run.out.contains(word), word);
    }
}

void TestInformation::measuresTheDemo() {
    const Folder folder;
    const CliRun run = runCli(folder, {"bench", "--demo", "--json", "--steps", "3", "--threads", "1", "--tf32"});
    QVERIFY2(run.status == 0 && run.err.isEmpty(), run.told());
    QCOMPARE(run.out.count('\n'), 1);
    const QJsonObject json = run.json();
    QCOMPARE(json.value("device").toString(), QString("cpu"));
    QCOMPARE(json.value("threads").toInteger(), 1);
    for (const char* figure : {"load_s", "text_s", "prefill_rows_per_s", "step_s", "tokens_per_s", "step_gb",
                               "step_gb_per_s", "codec_encode_s_per_s", "codec_decode_s_per_s", "peak_rss_bytes"}) {
        QVERIFY2(json.value(QLatin1String(figure)).toDouble() > 0.0, figure);
    }
    QCOMPARE(folder.names(), QStringList());
}

void TestInformation::measuresOtherSizes() {
    const Folder folder;
    const std::filesystem::path config = dataFolder() / "plain" / "dia-transformers" / "config.json";
    const CliRun run = runCli(folder, {"bench", "--config", QString::fromStdString(config.string()), "--json",
                                       "--steps", "1", "--position", "1", "--text-bytes", "9"});
    QVERIFY2(run.status == 0, run.told());
    QVERIFY2(run.json().value("step_gb").toDouble() < 0.01, run.told()); // the released model's is 5
    const CliRun missing = runCli(folder, {"bench", "--config", "nowhere.json"});
    const QByteArray fault = faultOfRefusal(missing, 1, {"nowhere.json"}, folder, {});
    QVERIFY2(fault.isEmpty(), fault);
}

void TestInformation::printsTheMeasurementForPeople() {
    const Folder folder;
    const CliRun run = runCli(folder, {"bench", "--demo", "--steps", "1", "--position", "1", "--dtype", "bfloat16"});
    QVERIFY2(run.status == 0 && run.err.isEmpty(), run.told());
    const QList<QByteArray> lines = run.out.split('\n');
    const qsizetype column = lines.first().indexOf("cpu");
    QVERIFY2(column > 0 && run.out.contains("tokens_per_s  "), run.told());
    for (const QByteArray& line : lines.first(lines.size() - 1)) { // one table: values stand below each other
        QVERIFY2(line.at(column - 1) == ' ' && line.at(column) != ' ', line.constData());
    }
}

void TestInformation::refusesToMeasure_data() {
    QTest::addColumn<QStringList>("options");
    QTest::addColumn<int>("status");
    QTest::newRow("no steps") << QStringList{"--steps", "0"} << 2;
    QTest::newRow("more steps than the model has") << QStringList{"--steps", "3072"} << 2;
    QTest::newRow("position beyond counting") << QStringList{"--position", "9223372036854775807"} << 2;
    QTest::newRow("negative position") << QStringList{"--position", "-1"} << 2;
    QTest::newRow("no text") << QStringList{"--text-bytes", "0"} << 2;
    QTest::newRow("unknown device") << QStringList{"--device", "quantum"} << 2;
}

void TestInformation::refusesToMeasure() {
    QFETCH(QStringList, options);
    QFETCH(int, status);
    const Folder folder;
    const CliRun run = runCli(folder, QStringList{"bench", "--demo"} + options);
    const QByteArray fault = faultOfRefusal(run, status, {}, folder, {});
    QVERIFY2(fault.isEmpty(), fault);
}

QTEST_GUILESS_MAIN(TestInformation)
#include "test_information.moc"
