// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "checkpoint/random_tensors.h"
#include "parley/engine.h"
#include "runtime/memory_need.h"
#include "support/network_probe.h"
#include "support/recording_listener.h"

#include <QTest>

using namespace parley;
using namespace parley::runtime;
using namespace parley::test;

namespace {

using backend::NumberFormat;

backend::BackendProfile cpu(NumberFormat format) {
    return backend::profileOf(DeviceKind::Cpu, format);
}

/// The released model.
struct Released {
    checkpoint::DiaConfig dia = checkpoint::releasedDiaConfig();
    checkpoint::DacConfig dac = checkpoint::releasedDacConfig();
    std::vector<checkpoint::WeightPlan> plan = checkpoint::planDiaWeights(dia, {});

    [[nodiscard]] ModelSizes sizes() const { return {dia, plan, dac}; }

    [[nodiscard]] std::string message(NumberFormat format, const RequestSize& request, std::uint64_t freeBytes) const {
        const auto error = memoryError(sizes(), cpu(format), request, freeBytes);
        if (error && error->code != ErrorCode::OutOfMemory) {
            return "another error";
        }
        return error ? error->message() : "fits";
    }
};

constexpr RequestSize kTenSeconds{.rows = 880, .textBytes = 170};

} // namespace

/// What a request takes, asked before anything is loaded.
class TestMemoryNeed : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void cleanup() { qunsetenv("PARLEY_FREE_MEMORY"); }

    void countsWhatLoadingHolds_data();
    void countsWhatLoadingHolds();
    void cachesGrowWithTheRequest();
    void knowsTheReleasedModel();
    void knowsAModelByItsHeaders();
    void offersTheLargestFormatThatFits();
    void anEngineRefusesWithoutLoading();
};

void TestMemoryNeed::countsWhatLoadingHolds_data() {
    QTest::addColumn<QString>("dtype");
    for (const char* dtype : {"float32", "bfloat16", "int8", "int4"}) {
        QTest::newRow(dtype) << QString(dtype);
    }
}

void TestMemoryNeed::countsWhatLoadingHolds() {
    QFETCH(const QString, dtype);
    const checkpoint::DiaConfig dia = checkpoint::tinyDiaConfig();
    const checkpoint::DacConfig dac = checkpoint::tinyDacConfig();
    const std::vector<checkpoint::WeightPlan> plan = checkpoint::planDiaWeights(dia, {});
    const MemoryNeed need = memoryNeed(
        {dia, plan, dac}, cpu(backend::numberFormat(dtype.toStdString()).value_or(NumberFormat::Float16)), {100, 40});
    const HeldBytes held = heldBytes(dtype.toStdString(), 100, 40);
    QCOMPARE(need.weights, held.weights);
    QCOMPARE(need.caches, held.caches);
}

void TestMemoryNeed::cachesGrowWithTheRequest() {
    const Released model;
    const auto caches = [&](NumberFormat format, std::int64_t rows, std::int64_t text) {
        return memoryNeed(model.sizes(), cpu(format), {rows, text}).caches;
    };
    // 18 layers, keys and values: two rows with 4 heads of 128, and a text with 16 heads of 128.
    QCOMPARE(caches(NumberFormat::Float32, 1, 0), std::uint64_t{18} * 2 * 2 * 4 * 128 * 4);
    QCOMPARE(caches(NumberFormat::Float32, 0, 1), std::uint64_t{18} * 2 * 16 * 128 * 4);
    QCOMPARE(caches(NumberFormat::Bfloat16, 3072, 1024) * 2, caches(NumberFormat::Float32, 3072, 1024));
    QCOMPARE(caches(NumberFormat::Int4, 5, 7), caches(NumberFormat::Bfloat16, 5, 7));
}

void TestMemoryNeed::knowsTheReleasedModel() {
    const MemoryNeed need = releasedModelNeed("cpu", "float32");
    // 1.611 billion weights, as the published files say.
    QVERIFY(need.weights > 6'440'000'000 && need.weights < 6'450'000'000);
    QVERIFY(need.codec > 307'000'000 && need.codec < 700'000'000);
    QVERIFY(releasedModelNeed("cpu", "int4").total() < releasedModelNeed("cpu", "int8").total());
    QCOMPARE(releasedModelNeed("cuda:0", "float16").weights, releasedModelNeed("cpu", "bfloat16").weights);
    QCOMPARE(releasedModelNeed("cpu", "float16").total(), std::uint64_t{0});
    QCOMPARE(releasedModelNeed("cpu", "auto").total(), std::uint64_t{0});
}

void TestMemoryNeed::knowsAModelByItsHeaders() {
    const ModelOptions demo{.demo = true};
    const auto longer = modelNeed(demo, "cpu", "float32", 1000, 100);
    const auto shorter = modelNeed(demo, "cpu", "float32", 500, 100);
    QVERIFY(longer.ok() && shorter.ok() && longer.value().weights > 0 && longer.value().codec > 0);
    QCOMPARE(longer.value().weights, shorter.value().weights);
    QVERIFY(longer.value().caches > shorter.value().caches && shorter.value().caches > 0);
    QVERIFY(modelNeed(demo, "cpu", "int8", 500, 100).value().weights < shorter.value().weights);
    QCOMPARE(modelNeed(demo, "cpu", "float16", 500, 100).value().total(), std::uint64_t{0});
    const auto nothing = modelNeed({.model = "/no/such/model"}, "cpu", "float32", 1, 1);
    QVERIFY(!nothing.ok() && nothing.error().code == ErrorCode::ModelNotFound);
}

void TestMemoryNeed::offersTheLargestFormatThatFits() {
    const Released model;
    const auto need = [&](NumberFormat format) { return memoryNeed(model.sizes(), cpu(format), kTenSeconds).total(); };
    const auto message = [&](NumberFormat format, std::uint64_t freeBytes) {
        return QString::fromStdString(model.message(format, kTenSeconds, freeBytes));
    };
    QCOMPARE(message(NumberFormat::Float32, need(NumberFormat::Float32)), QString("fits"));
    QCOMPARE(message(NumberFormat::Float32, 0), QString("fits")); // the system doesn't tell
    const QString tight = message(NumberFormat::Float32, need(NumberFormat::Float32) - 1);
    QVERIFY2(tight.startsWith("the model in float32: needs ") && tight.contains("use --dtype bfloat16, which needs "),
             qPrintable(tight));
    QVERIFY2(message(NumberFormat::Float32, 2'800'000'000).contains("2800 MB are free; use --dtype int8"),
             qPrintable(message(NumberFormat::Float32, 2'800'000'000)));
    QVERIFY(message(NumberFormat::Bfloat16, need(NumberFormat::Int4)).contains("use --dtype int4"));
    const QString none = message(NumberFormat::Bfloat16, 100);
    QVERIFY2(none.contains("close other programs; --dtype int4 needs the least"), qPrintable(none));
    QCOMPARE(message(NumberFormat::Int4, 100).section("; ", 1), QString("close other programs"));
    // Where the weights alone fit, a shorter speech does.
    const std::uint64_t weights = memoryNeed(model.sizes(), cpu(NumberFormat::Int4), {}).total();
    QVERIFY(message(NumberFormat::Int4, weights).endsWith("; lower --max-tokens"));
    QVERIFY(!cacheError(model.sizes(), cpu(NumberFormat::Int4), kTenSeconds, weights));
    const auto error = cacheError(model.sizes(), cpu(NumberFormat::Int4), kTenSeconds, 1'000'000);
    QVERIFY(error && error->message().ends_with("; lower --max-tokens"));
}

void TestMemoryNeed::anEngineRefusesWithoutLoading() {
    qputenv("PARLEY_FREE_MEMORY", "1000000");
    Engine engine({.demo = true, .device = "cpu", .dtype = "float32"});
    const auto heard = std::make_shared<RecordingListener>();
    engine.submit({"[S1] Hello.", std::nullopt, {.maxTokens = 60, .seed = 1}}, heard);
    heard->wait();
    QVERIFY(heard->error && heard->error->code == ErrorCode::OutOfMemory);
    QVERIFY(heard->error->message().find("1 MB are free") != std::string::npos);
    // It was asked before, and is asked again.
    qputenv("PARLEY_FREE_MEMORY", "0");
    const auto second = std::make_shared<RecordingListener>();
    engine.submit({"[S1] Hello.", std::nullopt, {.maxTokens = 60, .seed = 1}}, second);
    second->wait();
    QCOMPARE(second->ending, std::string("finished"));
}

QTEST_GUILESS_MAIN(TestMemoryNeed)
#include "test_memory_need.moc"
