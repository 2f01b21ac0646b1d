// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/kernels/linear_case.h"
#include "kernels/row_loops.h"

#include <hwy/targets.h>

#include <QTest>

using namespace parley::kernels;
using namespace parley::test;

namespace {

/// Has the next calls choose this instruction set; 0 restores the best one.
void useTarget(std::int64_t target) {
    hwy::SetSupportedTargetsForTest(target);
    hwy::GetChosenTarget().Update(hwy::SupportedTargets());
}

} // namespace

class TestPreparedRows : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void cleanup() { useTarget(0); }
    void quantisesEachBlock_data() { everyTarget(); }
    void quantisesEachBlock();
    void normalises_data() { everyTarget(); }
    void normalises();
    void rowsDoNotDependOnEachOther();
    void usesItsMemoryAgain();
    void marksWhatIsNotFinite_data() { everyTarget(); }
    void marksWhatIsNotFinite();
    void gates_data() { everyTarget(); }
    void gates();

private:
    static void everyTarget();
};

void TestPreparedRows::everyTarget() {
    QTest::addColumn<qint64>("target");
    for (const std::int64_t target : hwy::SupportedAndGeneratedTargets()) {
        QTest::newRow(hwy::TargetName(target)) << qint64{target};
    }
}

void TestPreparedRows::quantisesEachBlock() {
    QFETCH(qint64, target);
    useTarget(target);
    for (const std::size_t inputs : {1, 31, 32, 33, 64, 203}) {
        const std::vector<float> x = valuesWithOutliers(3 * inputs, 1);
        const PreparedRows prepared = prepare(x, 3);
        const RowsView view = prepared.view();
        for (std::size_t row = 0; row < 3; ++row) {
            for (std::size_t block = 0; block < paddedInputs(inputs) / kBlock; ++block) {
                const std::size_t at = block * 3 + row;
                const std::size_t begin = std::min(block * kBlock, inputs);
                const std::size_t end = std::min(begin + kBlock, inputs);
                float largest = 0;
                for (std::size_t k = begin; k < end; ++k) {
                    largest = std::max(largest, std::abs(x[row * inputs + k]));
                }
                QCOMPARE(view.scales[at], largest / 127.0F);
                std::int32_t sum = 0;
                for (std::size_t k = 0; k < kBlock; ++k) {
                    const auto value = int{view.values[at * kBlock + k]};
                    const bool real = begin + k < end;
                    QCOMPARE(value,
                             real ? static_cast<int>(std::nearbyint(x[row * inputs + begin + k] * (127.0F / largest)))
                                  : 0);
                    sum += value;
                }
                QCOMPARE(view.shift8[at], -8 * sum);
                QCOMPARE(view.shift128[at], -128 * sum);
            }
        }
    }
}

void TestPreparedRows::normalises() {
    QFETCH(qint64, target);
    useTarget(target);
    for (const std::size_t inputs : {1, 15, 16, 67, 203}) {
        const std::vector<float> x = valuesWithOutliers(inputs, 2);
        const std::vector<float> weight = valuesWithOutliers(inputs, 3);
        PreparedRows prepared;
        prepared.reset(1, inputs, {.floats = true, .quantized = true});
        prepared.setNormed(0, x.data(), weight.data(), 1e-5F);
        double squares = 0;
        for (const float value : x) {
            squares += static_cast<double>(value) * static_cast<double>(value);
        }
        const double factor = 1.0 / std::sqrt(squares / static_cast<double>(inputs) + 1e-5);
        PreparedRows quantized;
        quantized.reset(1, inputs, {.floats = false, .quantized = true});
        quantized.set(0, prepared.view().floats);
        for (std::size_t k = 0; k < inputs; ++k) {
            const double expected = static_cast<double>(x[k]) * factor * static_cast<double>(weight[k]);
            // A sum of positive numbers, of which the root halves the error; a handful of roundings after it.
            const double bound = (static_cast<double>(inputs) / 2 + 8) * 0x1p-24 * std::abs(expected);
            QVERIFY(std::abs(expected - static_cast<double>(prepared.view().floats[k])) <= bound);
            QCOMPARE(prepared.view().values[k], quantized.view().values[k]);
        }
    }
}

void TestPreparedRows::rowsDoNotDependOnEachOther() {
    const std::vector<float> x = valuesWithOutliers(std::size_t{5} * 70, 4);
    const PreparedRows together = prepare(x, 5);
    for (std::size_t row = 0; row < 5; ++row) {
        const PreparedRows alone = prepare(
            {x.begin() + static_cast<std::ptrdiff_t>(row * 70), x.begin() + static_cast<std::ptrdiff_t>(row * 70 + 70)},
            1);
        for (std::size_t block = 0; block < 4; ++block) {
            const std::size_t at = block * 5 + row;
            QCOMPARE(together.view().scales[at], alone.view().scales[block]);
            QCOMPARE(std::memcmp(together.view().values + at * kBlock, alone.view().values + block * kBlock, kBlock),
                     0);
        }
    }
}

void TestPreparedRows::usesItsMemoryAgain() {
    PreparedRows rows = prepare(valuesWithOutliers(std::size_t{4} * 100, 5), 4);
    const std::int8_t* const values = rows.view().values;
    const std::vector<float> x = valuesWithOutliers(std::size_t{2} * 65, 6);
    rows.reset(2, 65, {.floats = false, .quantized = true});
    rows.set(0, x.data());
    rows.set(1, x.data() + 65);
    QCOMPARE(rows.view().values, values);
    QCOMPARE(rows.view().floats, nullptr);
    const PreparedRows fresh = prepare(x, 2);
    QCOMPARE(std::memcmp(values, fresh.view().values, std::size_t{2} * 128), 0);
}

void TestPreparedRows::marksWhatIsNotFinite() {
    QFETCH(qint64, target);
    useTarget(target);
    for (const float bad : {NAN, -NAN, INFINITY, -INFINITY}) {
        for (std::size_t place = 0; place < 70; ++place) {
            std::vector<float> x(70, 1.0F);
            x[place] = bad;
            const PreparedRows rows = prepare(x, 1);
            for (std::size_t block = 0; block < 3; ++block) {
                QCOMPARE(std::isfinite(rows.view().scales[block]), block != place / kBlock);
            }
        }
    }
}

void TestPreparedRows::gates() {
    QFETCH(qint64, target);
    useTarget(target);
    std::vector<float> gate(48);
    for (std::size_t i = 0; i < gate.size(); ++i) {
        gate[i] = (static_cast<float>(i) - 24.0F) * 9.7F; // far beyond where an exponential overflows
    }
    const std::vector<float> up = valuesWithOutliers(gate.size(), 7);
    std::vector<float> out = gate; // in place
    gateRows(out.data(), up.data(), out.size(), out.data());
    for (std::size_t i = 0; i < out.size(); ++i) {
        const auto g = static_cast<double>(gate[i]);
        const double expected = g / (1.0 + std::exp(-g)) * static_cast<double>(up[i]);
        QVERIFY(std::abs(expected - static_cast<double>(out[i])) <= 8 * 0x1p-24 * std::abs(expected) + 1e-30);
    }
}

QTEST_GUILESS_MAIN(TestPreparedRows)
#include "test_prepared_rows.moc"
