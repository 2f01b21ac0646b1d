// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "parley/inspect.h"
#include "support/data_folder.h"
#include "support/reference_case.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace parley;
using namespace parley::test;

class TestModelFiles : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void recognisesEveryLayout_data();
    void recognisesEveryLayout();
    void asksForWhatCantBeTold();
    void refusesFoldersThatLeaveAChoice();
    void refusesHostileConfigs_data();
    void refusesHostileConfigs();
    void namesWhatDoesNotFit();
};

void TestModelFiles::recognisesEveryLayout_data() {
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QString>("layout");
    QTest::addColumn<QString>("generation");
    const auto row = [](const char* path, const char* kind, const char* layout, const char* generation) {
        QTest::newRow(path) << QString(path) << QString(kind) << QString(layout) << QString(generation);
    };
    row("plain/dia-0626", "Dia", "reference", "0626");
    row("plain/dia-0626-pth", "Dia", "reference", "0626");
    row("plain/dia-transformers", "Dia", "transformers", "0626");
    row("plain/dia-transformers-sharded", "Dia", "transformers", "0626");
    row("plain/dia-transformers-sharded/model.safetensors.index.json", "Dia", "transformers", "0626");
    row("generation-0.1/dia-v01-safetensors", "Dia", "reference", "0.1");
    row("generation-0.1/dia-v01-bf16", "Dia", "reference", "0.1");
    row("generation-0.1/dia-v01-pth", "Dia", "reference", "0.1");
    row("plain/dac-transformers", "DAC codec", "transformers", "");
    row("plain/dac-descript", "DAC codec", "descript", "");
}

void TestModelFiles::recognisesEveryLayout() {
    QFETCH(QString, path);
    QFETCH(QString, kind);
    QFETCH(QString, layout);
    QFETCH(QString, generation);
    const auto report = inspectCheckpoint({.model = parley::test::dataFolder() / path.toStdString()});
    QVERIFY2(report.ok(), report.ok() ? "" : report.error().message().c_str());
    QCOMPARE(report.value().kind, kind.toStdString());
    QCOMPARE(report.value().layout, layout.toStdString());
    QCOMPARE(report.value().generation, generation.toStdString());
    QVERIFY(report.value().missing.empty() && report.value().wrong.empty() && report.value().extra.empty());
    QVERIFY(report.value().parameters > 0);
}

void TestModelFiles::asksForWhatCantBeTold() {
    QTemporaryDir folder;
    const QString file = folder.filePath("model.safetensors");
    const ReferenceCase plain("plain");
    QVERIFY(QFile::copy(QString::fromStdString(plain.file("dia-0626/model.safetensors").string()), file));
    const auto unknown = inspectCheckpoint({.model = file.toStdString()});
    QVERIFY(unknown.ok());
    QCOMPARE(unknown.value().generation, std::string("unknown"));
    const auto told = inspectCheckpoint({.model = file.toStdString(), .generation = "0.1"});
    QVERIFY(told.ok());
    QCOMPARE(told.value().generation, std::string("0.1"));
    QVERIFY(told.value().missing.empty() && told.value().wrong.empty());
    QVERIFY(!inspectCheckpoint({.model = file.toStdString(), .generation = "2"}).ok());
}

void TestModelFiles::refusesFoldersThatLeaveAChoice() {
    QTemporaryDir folder;
    for (const char* name : {"a.safetensors", "b.safetensors"}) {
        QFile file(folder.filePath(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
    }
    const auto report = inspectCheckpoint({.model = folder.path().toStdString()});
    QVERIFY(!report.ok());
    QCOMPARE(report.error().code, ErrorCode::UnsupportedLayout);
    QVERIFY(report.error().message().find("b.safetensors") != std::string::npos);
}

void TestModelFiles::refusesHostileConfigs_data() {
    QTest::addColumn<QByteArray>("config");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("not JSON") << QByteArray("{");
    QTest::newRow("a list") << QByteArray("[]");
    QTest::newRow("deep") << QByteArray(100000, '[');
    QTest::newRow("other model") << QByteArray(R"({"model_type": "llama"})");
    QTest::newRow("huge layers") << QByteArray(R"("num_hidden_layers": 3|"num_hidden_layers": 1000000000)");
    QTest::newRow("negative") << QByteArray(R"("num_hidden_layers": 3|"num_hidden_layers": -3)");
    QTest::newRow("overflow") << QByteArray(R"("hidden_size": 32|"hidden_size": 18446744073709551615)");
    QTest::newRow("text") << QByteArray(R"("hidden_size": 32|"hidden_size": "32")");
    QTest::newRow("odd head") << QByteArray(R"("head_dim": 8|"head_dim": 7)");
    QTest::newRow("heads") << QByteArray(R"("num_key_value_heads": 2|"num_key_value_heads": 3)");
    QTest::newRow("delay") << QByteArray(R"("delay_pattern": [|"delay_pattern": [-5,)");
    QTest::newRow("eos") << QByteArray(R"("eos_token_id": 1024|"eos_token_id": 5000)");
}

void TestModelFiles::refusesHostileConfigs() {
    QFETCH(QByteArray, config);
    const ReferenceCase plain("plain");
    QTemporaryDir folder;
    const QString original = QString::fromStdString(plain.file("dia-0626").string());
    QVERIFY(QFile::copy(original + "/model.safetensors", folder.filePath("model.safetensors")));
    QFile source(original + "/config.json");
    QVERIFY(source.open(QIODevice::ReadOnly));
    QByteArray text = source.readAll();
    if (const QList<QByteArray> change = config.split('|'); change.size() == 2) {
        QVERIFY(text.contains(change[0]));
        text.replace(change[0], change[1]);
    } else {
        text = config;
    }
    QFile target(folder.filePath("config.json"));
    QVERIFY(target.open(QIODevice::WriteOnly) && target.write(text) == text.size());
    target.close();
    const auto report = inspectCheckpoint({.model = folder.path().toStdString()});
    QVERIFY(!report.ok());
    QVERIFY(report.error().message().find("config.json") != std::string::npos);
}

void TestModelFiles::namesWhatDoesNotFit() {
    // The sizes of the other case's configuration: other numbers of positions, so this one still fits.
    const ReferenceCase plain("plain");
    QTemporaryDir folder;
    QFile source(QString::fromStdString(plain.file("dia-0626/config.json").string()));
    QVERIFY(source.open(QIODevice::ReadOnly));
    QByteArray text = source.readAll();
    text.replace("\"num_hidden_layers\": 3", "\"num_hidden_layers\": 4");
    text.replace("\"intermediate_size\": 64", "\"intermediate_size\": 65");
    QFile config(folder.filePath("config.json"));
    QVERIFY(config.open(QIODevice::WriteOnly) && config.write(text) == text.size());
    config.close();
    const auto report =
        inspectCheckpoint({.model = plain.file("dia-0626"), .config = folder.filePath("config.json").toStdString()});
    QVERIFY(report.ok());
    QVERIFY(!report.value().missing.empty() && report.value().missing.front().find("layers.3") != std::string::npos);
    QVERIFY(!report.value().wrong.empty() && report.value().wrong.front().find("65") != std::string::npos);
}

QTEST_GUILESS_MAIN(TestModelFiles)
#include "test_model_files.moc"
