// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "cli_runner.h"
#include "damage.h"

#include <QJsonArray>
#include <QTest>

using namespace parley::test;

/// `inspect` on whole checkpoints.
class TestInspect : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void recognises_data();
    void recognises();
    void printsForPeople();
    void countsEveryEntry();
    void findsAPrefix();
    void doesNotGuessTheGeneration();
};

void TestInspect::recognises_data() {
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QString>("layout");
    QTest::addColumn<QString>("generation");
    QTest::addColumn<QString>("dtype");
    const auto row = [](const char* path, const char* kind, const char* layout, const char* generation,
                        const char* dtype) { QTest::newRow(path) << path << kind << layout << generation << dtype; };
    row("plain/dia-0626", "Dia", "reference", "0626", "float32");
    row("plain/dia-0626/model.safetensors", "Dia", "reference", "0626", "float32");
    row("plain/dia-0626-pth", "Dia", "reference", "0626", "float32");
    row("plain/dia-transformers", "Dia", "transformers", "0626", "float32");
    row("plain/dia-transformers-sharded", "Dia", "transformers", "0626", "float32");
    row("generation-0.1/dia-v01-safetensors", "Dia", "reference", "0.1", "float32");
    row("generation-0.1/dia-v01-pth", "Dia", "reference", "0.1", "float32");
    row("generation-0.1/dia-v01-bf16", "Dia", "reference", "0.1", "bfloat16");
    row("plain/dac-transformers", "DAC codec", "transformers", "", "float32");
    row("plain/dac-descript", "DAC codec", "descript", "", "float32");
    row("plain/dac-descript/weights.pth", "DAC codec", "descript", "", "float32");
}

void TestInspect::recognises() {
    QFETCH(QString, path);
    QFETCH(QString, kind);
    QFETCH(QString, layout);
    QFETCH(QString, generation);
    QFETCH(QString, dtype);
    const Folder folder;
    const CliRun run = runCli(folder, {"inspect", dataPath(path), "--json"});
    QVERIFY2(run.status == 0 && run.err.isEmpty(), run.told());
    const QJsonObject json = run.json();
    QCOMPARE(json.value("kind").toString(), kind);
    QCOMPARE(json.value("layout").toString(), layout);
    QCOMPARE(json.value("generation").toString(), generation);
    QCOMPARE(json.value("key_prefix").toString(), QString());
    QVERIFY2(json.value("dtypes").toObject().value(dtype).toInteger() > 0, run.told());
    for (const char* list : {"missing", "wrong", "extra"}) {
        const QJsonValue value = json.value(QLatin1String(list));
        QVERIFY2(value.isArray() && value.toArray().isEmpty(), run.told());
    }
}

void TestInspect::printsForPeople() {
    const Folder folder;
    const CliRun run = runCli(folder, {"inspect", dataPath("plain/dia-transformers")});
    QVERIFY2(run.status == 0 && run.err.isEmpty(), run.told());
    for (const char* line :
         {"Dia, transformers layout, generation 0626\n", "\nparameters: 661216\n", "\ndecoder layers: 3\n",
          "\nlongest audio: 384\n", "\nmissing: 0\n", "\nwrong: 0\n", "\nextra: 0\n"}) {
        QVERIFY2(run.out.contains(line), line);
    }
}

void TestInspect::countsEveryEntry() {
    const Folder folder;
    const CliRun run = runCli(folder, {"inspect", dataPath("plain/dia-0626"), "--json"});
    QVERIFY2(run.status == 0, run.told());
    const QJsonObject json = run.json();
    QCOMPARE(json.value("parameters").toInteger(), 661'216);
    QCOMPARE(json.value("bytes").toInteger(), 4 * 661'216);
    const QJsonObject sizes = json.value("sizes").toObject();
    QCOMPARE(sizes.value("encoder layers").toInteger(), 2);
    QCOMPARE(sizes.value("decoder key-value heads").toInteger(), 2);
    QCOMPARE(sizes.value("channels").toInteger(), 9);
    QCOMPARE(sizes.value("vocabulary").toInteger(), 1028);
    QCOMPARE(sizes.value("longest text").toInteger(), 256);
}

void TestInspect::findsAPrefix() {
    const Folder folder;
    copyData(folder, "plain/dia-0626", "dia");
    const QByteArray weights = folder.content("dia/model.safetensors");
    folder.put("dia/model.safetensors",
               withNames(withNames(weights, "\"encoder.", "\"module.encoder."), "\"decoder.", "\"module.decoder."));
    const CliRun run = runCli(folder, {"inspect", "dia", "--json"});
    QVERIFY2(run.status == 0, run.told());
    QCOMPARE(run.json().value("key_prefix").toString(), QString("module."));
    const CliRun spoken = runCli(folder, {"say", "[S1] Hi.", "--model", "dia", "--codec",
                                          dataPath("plain/dac-transformers"), "--max-tokens", "40", "--out", "o.wav"});
    QVERIFY2(spoken.status == 0, spoken.told());
}

void TestInspect::doesNotGuessTheGeneration() {
    const Folder folder;
    copyData(folder, "plain/dia-0626", "dia");
    QVERIFY(std::filesystem::remove(folder.path("dia/config.json")));
    const CliRun unknown = runCli(folder, {"inspect", "dia", "--json"});
    QVERIFY2(unknown.status == 0, unknown.told());
    QCOMPARE(unknown.json().value("generation").toString(), QString("unknown"));
    const CliRun known = runCli(folder, {"inspect", "dia", "--json", "--generation", "0.1"});
    QVERIFY2(known.status == 0, known.told());
    QCOMPARE(known.json().value("generation").toString(), QString("0.1"));
}

QTEST_GUILESS_MAIN(TestInspect)
#include "test_inspect.moc"
