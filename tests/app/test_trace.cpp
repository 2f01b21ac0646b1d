// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "cli_runner.h"
#include "output_files.h"
#include "support/reference_case.h"

#include <QFile>
#include <QJsonDocument>
#include <QTest>

using namespace parley::test;

namespace {

/// One step's logits: two sequences, nine channels, 1028 ids.
constexpr std::size_t kStepValues = std::size_t{2} * 9 * 1028;

QJsonObject parametersOf(const QString& name) {
    QFile file(dataPath(name + "/case.json"));
    return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object() : QJsonObject();
}

} // namespace

/// `trace` against the numbers that the public implementation computed.
class TestTrace : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void matchesTheReference_data();
    void matchesTheReference();
    void tellsTheGenerationsApart();
    void refusesTokensThatDoNotFit_data();
    void refusesTokensThatDoNotFit();
};

void TestTrace::matchesTheReference_data() {
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("dia");
    QTest::addColumn<float>("encoderTolerance");
    QTest::addColumn<float>("logitsTolerance");
    for (const char* dia : {"dia-0626", "dia-0626-pth", "dia-transformers", "dia-transformers-sharded"}) {
        QTest::addRow("plain, %s", dia) << "plain" << dia << 1e-4F << 1e-4F;
    }
    QTest::newRow("with a voice") << "prompt" << "dia-transformers" << 1e-4F << 1e-4F;
    QTest::newRow("with a voice, first layout") << "prompt" << "dia-0626" << 1e-4F << 1e-4F;
    QTest::newRow("0.1, safetensors") << "generation-0.1" << "dia-v01-safetensors" << 1e-4F << 1e-4F;
    QTest::newRow("0.1, torch file") << "generation-0.1" << "dia-v01-pth" << 1e-4F << 1e-4F;
    // Its weights were rounded; the numbers to match were not.
    QTest::newRow("0.1, bfloat16") << "generation-0.1" << "dia-v01-bf16" << 5e-2F << 0.25F;
}

void TestTrace::matchesTheReference() {
    QFETCH(QString, name);
    QFETCH(QString, dia);
    QFETCH(float, encoderTolerance);
    QFETCH(float, logitsTolerance);
    const Folder folder;
    const ReferenceCase wanted(name.toStdString());
    const QJsonObject parameters = parametersOf(name);
    const bool given = parameters.value("v01").toBool();
    writeMatrix(folder.path("tokens.st"), "tokens",
                wanted.expected<std::int64_t>(given ? "teacher_tokens" : "greedy_tokens"), 9);
    const CliRun run = runCli(folder, {"trace", "--dtype", "float32", "--model", dataPath(name + "/" + dia), "--text",
                                       parameters.value("text").toString(), "--tokens", "tokens.st", "--out", "o.st"});
    QVERIFY2(run.status == 0 && run.out.isEmpty() && run.err.isEmpty(), run.told());
    QVERIFY(tensorOf<std::int64_t>(folder.path("o.st"), "text_tokens") == wanted.expected<std::int64_t>("text_tokens"));
    const float encoder =
        largestDifference(tensorOf<float>(folder.path("o.st"), "encoder_out"), wanted.expected<float>("encoder_out"));
    QVERIFY2(encoder <= encoderTolerance, QByteArray::number(encoder));
    const std::vector<float> logits = tensorOf<float>(folder.path("o.st"), "logits");
    const std::vector<float> wantedLogits = wanted.expected<float>("logits");
    const std::size_t first = static_cast<std::size_t>(parameters.value("first_step").toInteger()) * kStepValues;
    QVERIFY(logits.size() >= first + wantedLogits.size());
    const float largest = largestDifference(std::span(logits).subspan(first, wantedLogits.size()), wantedLogits);
    QVERIFY2(largest <= logitsTolerance, QByteArray::number(largest));
}

void TestTrace::tellsTheGenerationsApart() {
    const Folder folder;
    const ReferenceCase wanted("generation-0.1");
    writeMatrix(folder.path("tokens.st"), "tokens", wanted.expected<std::int64_t>("teacher_tokens"), 9);
    const CliRun run =
        runCli(folder, {"trace", "--dtype", "float32", "--model", dataPath("generation-0.1/dia-v01-safetensors"),
                        "--generation", "0626", "--text", parametersOf("generation-0.1").value("text").toString(),
                        "--tokens", "tokens.st", "--out", "o.st"});
    QVERIFY2(run.status == 0, run.told());
    const float largest =
        largestDifference(tensorOf<float>(folder.path("o.st"), "logits"), wanted.expected<float>("logits"));
    QVERIFY2(largest > 1e-2F, "cross-attention's rotation must make a difference");
}

void TestTrace::refusesTokensThatDoNotFit_data() {
    QTest::addColumn<int>("rows");
    QTest::addColumn<int>("channels");
    QTest::addColumn<qint64>("id");
    QTest::addColumn<QByteArray>("word");
    QTest::newRow("too few channels") << 2 << 8 << qint64{1} << QByteArray("[2, 8]");
    QTest::newRow("no rows") << 0 << 9 << qint64{1} << QByteArray("[0, 9]");
    QTest::newRow("more rows than the model has") << 385 << 9 << qint64{1} << QByteArray("384");
    QTest::newRow("an id that is too large") << 2 << 9 << qint64{1028} << QByteArray("1027");
    QTest::newRow("a negative id") << 2 << 9 << qint64{-1} << QByteArray("0 to 1027");
}

void TestTrace::refusesTokensThatDoNotFit() {
    QFETCH(int, rows);
    QFETCH(int, channels);
    QFETCH(qint64, id);
    QFETCH(QByteArray, word);
    const Folder folder;
    writeMatrix(folder.path("tokens.st"), "tokens",
                std::vector<std::int64_t>(static_cast<std::size_t>(rows) * static_cast<std::size_t>(channels), id),
                channels);
    const CliRun run = runCli(folder, {"trace", "--model", dataPath("plain/dia-0626"), "--text", "[S1] Hi.", "--tokens",
                                       "tokens.st", "--out", "o.st"});
    const QByteArray fault = faultOfRefusal(run, 2, {"tokens", word}, folder, {"tokens.st"});
    QVERIFY2(fault.isEmpty(), fault);
}

QTEST_GUILESS_MAIN(TestTrace)
#include "test_trace.moc"
