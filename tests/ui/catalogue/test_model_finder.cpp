// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "catalogue/model_finder.h"
#include "scratch_folder.h"

#include <QDir>
#include <QFile>
#include <QTest>
#include <algorithm>

using parley::CheckpointReport;
using parley::Error;
using parley::ErrorCode;
using parley::Result;
using parley::test::ScratchFolder;
using parley::ui::checkModel;
using parley::ui::findModels;
using parley::ui::FoundModel;
using parley::ui::ModelPlaces;

namespace {

/// In place of the engine: a weights file's text says what it is.
Result<CheckpointReport> inspectText(const std::filesystem::path& path) {
    const QString text = QString::fromStdU16String(path.u16string());
    QString weights = text;
    for (const char* name : {"/model.safetensors", "/weights.pth"}) {
        if (QFileInfo(text).isDir() && QFile::exists(text + QLatin1String(name))) {
            weights = text + QLatin1String(name);
        }
    }
    QFile file(weights);
    if (!file.open(QIODevice::ReadOnly)) {
        return Error{ErrorCode::ModelNotFound, path, parley::verbatim("does not exist"), {}};
    }
    const QByteArrayList words = file.readAll().split(' ');
    CheckpointReport report;
    report.bytes = 6'400'000'000;
    if (words.first() == "dia") {
        report.kind = "Dia";
        report.generation = words.value(1).toStdString();
    } else if (words.first() == "dac") {
        report.kind = "DAC codec";
    } else {
        return Error{ErrorCode::CheckpointCorrupt, path, parley::verbatim("is damaged"), {}};
    }
    if (words.contains("lossy")) {
        report.missing = {"decoder.norm.weight"};
    }
    return report;
}

} // namespace

class TestModelFinder : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<ScratchFolder>(); }

    void pairsAModelWithItsCodec() {
        put("models/dia/model.safetensors", "dia 0626");
        put("models/codec/weights.pth", "dac");
        const QList<FoundModel> found = findModels(places(), inspectText);
        QCOMPARE(found.size(), 1);
        QCOMPARE(found.first().name, QStringLiteral("dia"));
        QCOMPARE(found.first().modelPath, at("models/dia"));
        QCOMPARE(found.first().codecPath, at("models/codec"));
        QCOMPARE(found.first().generation, QStringLiteral("0626"));
        QCOMPARE(found.first().bytes, quint64{6'400'000'000});
        QVERIFY(found.first().isWhole());
    }

    void prefersTheNearestCodec() {
        put("models/a/model.safetensors", "dac");
        put("models/b/dia/model.safetensors", "dia 0.1");
        put("models/b/dac/model.safetensors", "dac");
        QCOMPARE(findModels(places(), inspectText).first().codecPath, at("models/b/dac"));
    }

    void findsThePairInTheHub() {
        put("hub/models--nari-labs--Dia-1.6B-0626/snapshots/1/model.safetensors", "dia 0626");
        put("hub/models--descript--dac_44khz/snapshots/2/model.safetensors", "dac");
        const QList<FoundModel> found = findModels(places(), inspectText);
        QCOMPARE(found.size(), 1);
        QCOMPARE(found.first().name, QStringLiteral("nari-labs/Dia-1.6B-0626"));
        QCOMPARE(found.first().codecPath, at("hub/models--descript--dac_44khz/snapshots/2"));
    }

    void listsOneModelOnce() {
        put("hub/models--nari-labs--Dia-1.6B/snapshots/1/model.safetensors", "dia 0.1");
        put("hub/models--nari-labs--Dia-1.6B/snapshots/1/dia-v0_1.pth", "dia unknown");
        QVERIFY(QDir().mkpath(at("models")));
        QVERIFY(QFile::link(at("hub/models--nari-labs--Dia-1.6B/snapshots/1"), at("models/link")));
        QCOMPARE(findModels(places(), inspectText).size(), 1);
    }

    void findsACodecInTheModelsFolder() {
        put("models/dia/model.safetensors", "dia 0626");
        put("models/dia/weights_44khz.pth", "dac");
        QCOMPARE(findModels(places(), inspectText).first().codecPath, at("models/dia/weights_44khz.pth"));
    }

    void saysWhatIsMissing() {
        put("models/a/model.safetensors", "dia 0626 lossy");
        put("models/b/model.safetensors", "dia unknown");
        put("models/c/model.safetensors", "cut short");
        put("models/c/config.json", R"({"model_type": "dia"})");
        put("models/d/model.safetensors", "dia 0626");
        put("models/e/model.safetensors", "dac lossy");
        const QList<FoundModel> found = findModels(places(), inspectText);
        QStringList names;
        std::transform(found.begin(), found.end(), std::back_inserter(names), [](const auto& m) { return m.name; });
        QCOMPARE(names, (QStringList{"d", "a", "b", "c"}));
        QVERIFY(found.at(0).isWhole());
        QVERIFY(found.at(0).codecPath.isEmpty());
        QCOMPARE(found.at(1).missing, QStringList{"decoder.norm.weight"});
        QVERIFY(!found.at(2).isWhole());
        QCOMPARE(found.at(3).error->code, ErrorCode::CheckpointCorrupt);
    }

    void passesOverStrangers() {
        put("models/llama/model.safetensors", "llama");
        put("models/llama/config.json", R"({"model_type": "llama"})");
        put("models/data.bin", "whatever");
        QCOMPARE(findModels(places(), inspectText).size(), 0);
    }

    void stopsWhenAsked() {
        put("models/dia/model.safetensors", "dia 0626");
        std::stop_source stop;
        stop.request_stop();
        QCOMPARE(findModels(places(), inspectText, stop.get_token()).size(), 0);
    }

    void checksAChoice() {
        put("x/dia/model.safetensors", "dia 0626");
        put("x/dac/model.safetensors", "dac");
        const Result<FoundModel> beside = checkModel(at("x/dia"), {}, places(), inspectText);
        QVERIFY(beside.ok());
        QCOMPARE(beside.value().codecPath, at("x/dac"));
        const Result<FoundModel> given = checkModel(at("x/dia"), at("x/dac/model.safetensors"), places(), inspectText);
        QVERIFY(given.ok());
        QCOMPARE(given.value().codecPath, at("x/dac/model.safetensors"));
    }

    void takesACodecFromElsewhereForAChoice() {
        put("y/deep/dia/model.safetensors", "dia 0626");
        QVERIFY(checkModel(at("y/deep/dia"), {}, places(), inspectText).value().codecPath.isEmpty());
        put("hub/models--descript--dac_44khz/snapshots/2/model.safetensors", "dac");
        QCOMPARE(checkModel(at("y/deep/dia"), {}, places(), inspectText).value().codecPath,
                 at("hub/models--descript--dac_44khz/snapshots/2"));
    }

    void refusesABadChoice_data() {
        QTest::addColumn<QString>("model");
        QTest::addColumn<QString>("codec");
        QTest::addColumn<ErrorCode>("code");
        QTest::newRow("nothing there") << "no" << "" << ErrorCode::ModelNotFound;
        QTest::newRow("codec for a model") << "dac" << "" << ErrorCode::UnsupportedLayout;
        QTest::newRow("model for a codec") << "dia" << "dia" << ErrorCode::UnsupportedLayout;
        QTest::newRow("no such codec") << "dia" << "no" << ErrorCode::ModelNotFound;
        QTest::newRow("tensors missing") << "lossy" << "" << ErrorCode::CheckpointCorrupt;
        QTest::newRow("no config") << "unknown" << "" << ErrorCode::OptionInvalid;
    }
    void refusesABadChoice() {
        put("dia/model.safetensors", "dia 0626");
        put("dac/model.safetensors", "dac");
        put("lossy/model.safetensors", "dia 0626 lossy");
        put("unknown/model.safetensors", "dia unknown");
        QFETCH(QString, model);
        QFETCH(QString, codec);
        const QString codecPath = codec.isEmpty() ? QString() : m_folder->at(codec);
        const Result<FoundModel> result = checkModel(m_folder->at(model), codecPath, places(), inspectText);
        QVERIFY(!result.ok());
        QTEST(result.error().code, "code");
        QVERIFY(!result.error().message().empty());
    }

private:
    [[nodiscard]] QString at(const char* path) const { return m_folder->at(path); }
    [[nodiscard]] ModelPlaces places() const { return {{at("models")}, {at("hub")}}; }

    void put(const char* path, const QByteArray& bytes) const { m_folder->put(path, bytes); }

    std::unique_ptr<ScratchFolder> m_folder;
};

QTEST_GUILESS_MAIN(TestModelFinder)
#include "test_model_finder.moc"
