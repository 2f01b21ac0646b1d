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
constexpr const char* kAfterSteps = "the codec runs over";

} // namespace

/// Weights that are whole by their sizes, and broken by their values.
class TestSayBadWeights : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void refuses_data();
    void refuses();
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
    row("the output runs over", "dia", norm, kHuge, {"decoder", "ran over"});
    row("a layer runs over", "dia", "model.decoder.layers.1.pre_mlp_norm.weight", kHuge, {"ran over"});
    row("the encoder runs over", "dia", "model.encoder.norm.weight", kHuge, {"ran over"});
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
    const CliRun run = runCli(
        folder, {"say", "[S1] Hello.", "--model", "dia", "--codec", "dac", "--max-tokens", "60", "--out", "o.wav"});
    const QByteArray fault = faultOfRefusal(run, 1, words, folder, {"dac", "dia"});
    QVERIFY2(fault.isEmpty(), fault);
    // Whoever made steps is told how to make them again.
    QCOMPARE(run.out.startsWith("seed "), QByteArray(QTest::currentDataTag()) == kAfterSteps);
}

QTEST_GUILESS_MAIN(TestSayBadWeights)
#include "test_say_bad_weights.moc"
