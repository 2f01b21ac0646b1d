// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "cli_runner.h"
#include "damage.h"

#include <QTest>
#include <limits>

using namespace parley::test;

namespace {

constexpr float kNaN = std::numeric_limits<float>::quiet_NaN();
constexpr float kInfinity = std::numeric_limits<float>::infinity();
constexpr float kHuge = 3e38F; // squares and sums of it run over
constexpr const char* kRanOver = "ran over (NaN or infinity)";
constexpr const char* kDamaged = "the checkpoint is damaged";
constexpr const char* kAfterSteps = "the codec runs over";

} // namespace

/// Weights that are whole by their sizes, and broken by their values.
class TestSayBadWeights : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void refuses_data();
    void refuses();
    void namesTheLayer_data();
    void namesTheLayer();
    void namesTheLayerOfAVoicesRows();
};

void TestSayBadWeights::refuses_data() {
    QTest::addColumn<QByteArray>("part");
    QTest::addColumn<QByteArray>("tensor");
    QTest::addColumn<float>("value");
    QTest::addColumn<QByteArrayList>("words");
    const auto row = [](const char* name, const char* part, const char* tensor, float value,
                        const QByteArrayList& words) {
        QTest::newRow(name) << QByteArray(part) << QByteArray(tensor) << value << words;
    };
    const char* norm = "model.decoder.norm.weight";
    row("NaN in the encoder", "dia", "model.encoder.layers.1.mlp.down_proj.weight", kNaN,
        {"dia/model.safetensors", "model.encoder.layers.1.mlp.down_proj.weight", "NaN"});
    row("infinity in a norm", "dia", norm, kInfinity, {"dia/model.safetensors", norm, "infinity"});
    row("NaN in the codec", "dac", "decoder.conv1.weight", kNaN,
        {"dac/model.safetensors", "decoder.conv1.weight", "NaN"});
    row("the decoder's output runs over", "dia", norm, kHuge, {"the decoder's last norm: ", kRanOver, kDamaged});
    row("the logits run over", "dia", "logits_dense.weight", kHuge,
        {"the decoder's output layer: ", kRanOver, kDamaged});
    row("the encoder's output runs over", "dia", "model.encoder.norm.weight", kHuge,
        {"the encoder's last norm: ", kRanOver, kDamaged});
    row(kAfterSteps, "dac", "decoder.conv1.weight", kHuge, {"codec", "ran over"});
}

void TestSayBadWeights::refuses() {
    QFETCH(QByteArray, part);
    QFETCH(QByteArray, tensor);
    QFETCH(float, value);
    QFETCH(QByteArrayList, words);
    const Folder folder;
    copyData(folder, "plain/dia-transformers", "dia");
    copyData(folder, "plain/dac-transformers", "dac");
    const QByteArray file = part + "/model.safetensors";
    folder.put(file.constData(), withTensorFilled(folder.content(file.constData()), tensor.constData(), value));
    const CliRun run = runCli(folder, {"say", "[S1] Hello.", "--model", "dia", "--codec", "dac", "--max-tokens", "60",
                                       "--out", "o.wav", "--dtype", "float32"});
    const QByteArray fault = faultOfRefusal(run, 1, words, folder, {"dac", "dia"});
    QVERIFY2(fault.isEmpty(), fault);
    // Whoever made steps is told how to make them again.
    QCOMPARE(run.out.startsWith("seed "), QByteArray(QTest::currentDataTag()) == kAfterSteps);
}

void TestSayBadWeights::namesTheLayer_data() {
    QTest::addColumn<QString>("tensor");
    QTest::addColumn<QString>("layer");
    QTest::addColumn<QString>("dtype");
    struct Part {
        const char* name = nullptr;
        int layers = 0;
        QStringList norms;
    };
    for (const Part& part : {Part{"encoder", 2, {"pre_sa_norm", "post_sa_norm"}},
                             Part{"decoder", 3, {"pre_sa_norm", "pre_ca_norm", "pre_mlp_norm"}}}) {
        for (int layer = 0; layer < part.layers; ++layer) {
            for (const QString& norm : part.norms) {
                const QString name = QString("%1 layer %2").arg(part.name).arg(layer);
                const char* dtype = layer == 0 ? "bfloat16" : layer == 1 ? "float32" : "int8";
                QTest::addRow("%s, %s, %s", qPrintable(name), qPrintable(norm), dtype)
                    << QString("model.%1.layers.%2.%3.weight").arg(part.name).arg(layer).arg(norm) << name
                    << QString(dtype);
            }
        }
    }
}

void TestSayBadWeights::namesTheLayer() {
    QFETCH(const QString, tensor);
    QFETCH(const QString, layer);
    QFETCH(const QString, dtype);
    const QStringList options = {"say",          "[S1] Hello.", "--model", "dia",   "--codec", "dac",
                                 "--max-tokens", "60",          "--out",   "o.wav", "--dtype", dtype};
    for (const float planted : {kHuge, kNaN}) {
        const Folder folder;
        copyData(folder, "plain/dia-transformers", "dia");
        copyData(folder, "plain/dac-transformers", "dac");
        const QByteArray file = "dia/model.safetensors";
        folder.put(file.constData(), withTensorFilled(folder.content(file.constData()), qPrintable(tensor), planted));
        // What is no number is found while loading, by its name; what becomes none, in the layer where it does.
        const QByteArrayList words =
            planted == kHuge
                ? QByteArrayList{layer.toUtf8() + ": ", kRanOver,
                                 dtype == "float32" ? kDamaged : "use --dtype float32; if they run over there"}
                : QByteArrayList{tensor.toUtf8(), "NaN"};
        const QByteArray fault = faultOfRefusal(runCli(folder, options), 1, words, folder, {"dac", "dia"});
        QVERIFY2(fault.isEmpty(), fault);
    }
}

/// They go through the decoder before the first step.
void TestSayBadWeights::namesTheLayerOfAVoicesRows() {
    const Folder folder;
    copyData(folder, "plain/dia-transformers", "dia");
    copyData(folder, "plain/dac-transformers", "dac");
    const QByteArray file = "dia/model.safetensors";
    folder.put(file.constData(),
               withTensorFilled(folder.content(file.constData()), "model.decoder.layers.1.pre_mlp_norm.weight", kHuge));
    const CliRun run = runCli(folder, {"say", "[S1] Hello.", "--voice", dataPath("prompt/prompt.wav"), "--voice-text",
                                       "[S1] This is me.", "--model", "dia", "--codec", "dac", "--max-tokens", "160",
                                       "--out", "o.wav", "--dtype", "float32"});
    const QByteArray fault = faultOfRefusal(run, 1, {"decoder layer 1: ", kRanOver}, folder, {"dac", "dia"});
    QVERIFY2(fault.isEmpty(), fault);
}

QTEST_GUILESS_MAIN(TestSayBadWeights)
#include "test_say_bad_weights.moc"
