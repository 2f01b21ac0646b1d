// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "kernels/skinny_linear.h"

#include <hwy/targets.h>

#include <QTest>
#include <cmath>
#include <cstring>
#include <vector>

using namespace parley::kernels;

namespace {

std::vector<float> values(std::size_t count, std::uint32_t seed) {
    std::vector<float> out(count);
    for (float& value : out) {
        seed = seed * 1664525U + 1013904223U;
        value = static_cast<float>(static_cast<std::int32_t>(seed)) * 0x1p-31F;
    }
    out[count / 2] *= 50.0F; // an outlier, as trained networks have
    return out;
}

std::vector<std::uint16_t> toBf16(const std::vector<float>& in) {
    std::vector<std::uint16_t> out;
    for (const float value : in) {
        std::uint32_t bits = 0;
        std::memcpy(&bits, &value, sizeof bits);
        out.push_back(static_cast<std::uint16_t>(bits >> 16U));
    }
    return out;
}

float fromBf16(std::uint16_t value) {
    const std::uint32_t bits = static_cast<std::uint32_t>(value) << 16U;
    float out = 0;
    std::memcpy(&out, &bits, sizeof out);
    return out;
}

float asFloat(float value) {
    return value;
}
float asFloat(std::uint16_t value) {
    return fromBf16(value);
}

/// The largest error against sums in double, relative to the sum of magnitudes.
template <typename Weight>
double worstError(const LinearShape& s, const std::vector<float>& x, const std::vector<Weight>& w,
                  const std::vector<float>& y) {
    double worst = 0;
    for (std::size_t r = 0; r < s.rows; ++r) {
        for (std::size_t n = 0; n < s.outputs; ++n) {
            double sum = 0;
            double magnitude = 1e-30;
            for (std::size_t k = 0; k < s.inputs; ++k) {
                const double product =
                    static_cast<double>(x[r * s.inputs + k]) * static_cast<double>(asFloat(w[n * s.inputs + k]));
                sum += product;
                magnitude += std::abs(product);
            }
            worst = std::max(worst, std::abs(sum - static_cast<double>(y[r * s.outputs + n])) / magnitude);
        }
    }
    return worst;
}

/// Has the next call choose this instruction set; 0 restores the best one.
void useTarget(std::int64_t target) {
    hwy::SetSupportedTargetsForTest(target);
    hwy::GetChosenTarget().Update(hwy::SupportedTargets());
}

} // namespace

class TestSkinnyLinear : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void cleanup() { useTarget(0); }
    void agreesWithDouble_data();
    void agreesWithDouble();
    void sumsDoNotDependOnTheCompany();
};

void TestSkinnyLinear::agreesWithDouble_data() {
    QTest::addColumn<qint64>("target");
    QTest::addColumn<int>("rows");
    QTest::addColumn<int>("outputs");
    QTest::addColumn<int>("inputs");
    // Every instruction set that this machine has, over sizes that leave remainders everywhere.
    for (const std::int64_t target : hwy::SupportedAndGeneratedTargets()) {
        for (const auto& [rows, outputs, inputs] :
             {std::tuple{1, 1, 1}, {1, 4, 8}, {2, 7, 33}, {3, 5, 64}, {5, 9, 100}, {32, 13, 257}}) {
            QTest::addRow("%s %dx%dx%d", hwy::TargetName(target), rows, outputs, inputs)
                << qint64{target} << rows << outputs << inputs;
        }
    }
}

void TestSkinnyLinear::agreesWithDouble() {
    QFETCH(qint64, target);
    QFETCH(int, rows);
    QFETCH(int, outputs);
    QFETCH(int, inputs);
    useTarget(target);
    const LinearShape shape{static_cast<std::size_t>(rows), static_cast<std::size_t>(outputs),
                            static_cast<std::size_t>(inputs)};
    const auto x = values(shape.rows * shape.inputs, 1);
    const auto w = values(shape.outputs * shape.inputs, 2);
    std::vector<float> y(shape.rows * shape.outputs, NAN);
    // In two pieces, as two threads would.
    skinnyLinear(shape, x.data(), w.data(), y.data(), 0, shape.outputs / 2);
    skinnyLinear(shape, x.data(), w.data(), y.data(), shape.outputs / 2, shape.outputs);
    QVERIFY(worstError(shape, x, w, y) < 1e-6);

    const auto narrow = toBf16(w);
    std::fill(y.begin(), y.end(), NAN);
    skinnyLinear(shape, x.data(), narrow.data(), y.data(), 0, shape.outputs);
    QVERIFY(worstError(shape, x, narrow, y) < 1e-6);
}

void TestSkinnyLinear::sumsDoNotDependOnTheCompany() {
    const LinearShape all{7, 11, 203};
    const auto x = values(all.rows * all.inputs, 3);
    const auto w = values(all.outputs * all.inputs, 4);
    std::vector<float> together(all.rows * all.outputs);
    skinnyLinear(all, x.data(), w.data(), together.data(), 0, all.outputs);
    for (std::size_t r = 0; r < all.rows; ++r) {
        for (std::size_t split = 0; split <= all.outputs; ++split) {
            std::vector<float> alone(all.outputs);
            const LinearShape one{1, all.outputs, all.inputs};
            skinnyLinear(one, x.data() + r * all.inputs, w.data(), alone.data(), 0, split);
            skinnyLinear(one, x.data() + r * all.inputs, w.data(), alone.data(), split, all.outputs);
            QCOMPARE(std::memcmp(alone.data(), together.data() + r * all.outputs, alone.size() * sizeof(float)), 0);
        }
    }
}

QTEST_GUILESS_MAIN(TestSkinnyLinear)
#include "test_skinny_linear.moc"
