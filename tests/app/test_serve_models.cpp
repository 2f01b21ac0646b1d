// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "damage.h"
#include "served.h"

#include <QDir>
#include <QJsonArray>
#include <QTest>
#include <limits>

using namespace parley::test;

namespace {

/// A model and its codec in a folder, under these names.
void putModel(const Folder& folder, const QString& model = "dia", const QString& codec = "dac") {
    copyData(folder, "plain/dia-transformers", model);
    copyData(folder, "plain/dac-transformers", codec);
}

QString in(const Folder& folder, const char* name) {
    return QString::fromStdString(folder.path(name).string());
}

QStringList flagsOf(const Folder& folder, const char* model = "dia", const char* codec = "dac") {
    return {"--model", in(folder, model), "--codec", in(folder, codec), "--dtype", "float32"};
}

QString nameOfModel(const Served& served) {
    const QJsonArray models = served.get("/v1/models").json().value("data").toArray();
    return models.first().toObject().value("id").toString();
}

} // namespace

/// The model that parley-cli serve has, and the one that it doesn't get.
class TestServeModels : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void speaksWithACheckpoint() {
        const Folder folder;
        putModel(folder);
        const Served served({}, {}, flagsOf(folder));
        QVERIFY2(served.fault().isEmpty(), served.fault());
        QCOMPARE(nameOfModel(served), "dia");
        const Answer answer = served.ask(speechBytes({{"model", "dia"}}));
        QVERIFY2(answer.status == 200 && answer.isWhole, answer.told());
        QStringList say = sayDemo("said.wav", flagsOf(folder));
        say.removeOne("--demo");
        QCOMPARE(runCli(folder, say).status, 0);
        constexpr qsizetype kHeader = 44;
        QCOMPARE(answer.body.mid(kHeader), folder.content("said.wav").mid(kHeader));
    }

    void isCalledAsItIsWished() {
        const Served served({"--model-name", "studio/voice one"});
        QCOMPARE(nameOfModel(served), "studio/voice one");
        QCOMPARE(served.get("/v1/models/studio/voice%20one").status, 200);
        QCOMPARE(served.ask(speechBytes({{"model", "studio/voice one"}})).status, 200);
        QCOMPARE(served.ask(speechBytes({{"model", "demo"}})).status, 404);
    }

    void isCalledAsInTheHubsCache() {
        const Folder folder;
        QVERIFY(QDir(in(folder, "")).mkpath("models--nari-labs--Dia-1.6B/snapshots"));
        putModel(folder, "models--nari-labs--Dia-1.6B/snapshots/abc");
        const Served served({}, {}, flagsOf(folder, "models--nari-labs--Dia-1.6B/snapshots/abc"));
        QCOMPARE(nameOfModel(served), "nari-labs/Dia-1.6B");
    }

    void saysThatItsModelCannotBeLoaded() {
        const Folder folder;
        putModel(folder);
        const char* weights = "dia/model.safetensors";
        const char* tensor = "model.encoder.layers.1.mlp.down_proj.weight";
        folder.put(weights, withTensorFilled(folder.content(weights), tensor, std::numeric_limits<float>::quiet_NaN()));
        const Served served({}, {}, flagsOf(folder));
        QVERIFY2(served.fault().isEmpty(), served.fault());
        const Answer health = served.get("/health");
        QCOMPARE(health.status, 503);
        QCOMPARE(health.json().value("status").toString(), "failed");
        QCOMPARE(served.metric("parley_model_ready"), 0.0);
        const Answer answer = served.ask(speechBytes({{"model", "dia"}}));
        QCOMPARE(answer.status, 503);
        QCOMPARE(answer.error("type"), "server_error");
        QCOMPARE(answer.error("code"), "checkpoint-corrupt");
        QVERIFY2(answer.error("message").contains(tensor), answer.told());
        QCOMPARE(served.metric("parley_jobs_total{outcome=\"failed\"}"), 1.0);
    }

    void aModelThatIsMendedIsTakenByTheNextRequest() {
        const Folder folder;
        putModel(folder);
        const char* weights = "dia/model.safetensors";
        const QByteArray whole = folder.content(weights);
        folder.put(weights,
                   withTensorFilled(whole, "model.decoder.norm.weight", std::numeric_limits<float>::infinity()));
        const Served served({}, {}, flagsOf(folder));
        QCOMPARE(served.get("/health").status, 503);
        folder.put(weights, whole);
        const Answer answer = served.ask(speechBytes({{"model", "dia"}}));
        QVERIFY2(answer.status == 200, answer.told());
        QCOMPARE(served.get("/health").status, 200);
    }

    void aModelThatNobodyUsesGoesOutOfMemory() {
        const Served served({"--unload-after", "1"});
        QVERIFY2(served.fault().isEmpty(), served.fault());
        const auto isOut = [&] { return served.get("/health").json().value("status") == "unloaded"; };
        QTRY_VERIFY_WITH_TIMEOUT(isOut(), 60'000);
        QCOMPARE(served.get("/health").status, 200);
        QCOMPARE(served.metric("parley_model_ready"), 0.0);
        const Answer answer = served.ask(speechBytes({}));
        QVERIFY2(answer.status == 200, answer.told());
        QTRY_VERIFY_WITH_TIMEOUT(isOut(), 60'000);
    }

    void numbersThatRunOverAreTold() {
        const Folder folder;
        putModel(folder);
        const char* weights = "dia/model.safetensors";
        constexpr float kHuge = 3e38F;
        folder.put(weights, withTensorFilled(folder.content(weights), "logits_dense.weight", kHuge));
        const Served served({}, {}, flagsOf(folder));
        QCOMPARE(served.get("/health").status, 200);
        const Answer answer = served.ask(speechBytes({{"model", "dia"}}));
        QCOMPARE(answer.status, 500);
        QVERIFY2(answer.error("message").contains("ran over"), answer.told());
    }
};

QTEST_GUILESS_MAIN(TestServeModels)
#include "test_serve_models.moc"
