// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/kernels/each_kernel.h"

#include <QTest>
#include <cmath>
#include <cstring>

using namespace parley::kernels;
using namespace parley::test;

namespace {

/// Half the distance of neighbouring float32 values, relative: no single rounding is off by more.
constexpr double kUnit = 0x1p-24;

} // namespace

class TestLinear : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void sumsDoNotDependOnTheCompany_data() { everyKernel(); }
    void sumsDoNotDependOnTheCompany();
    void addsToWhatIsThere_data() { everyKernel(); }
    void addsToWhatIsThere();
    void gates_data() { everyKernel(); }
    void gates();
    void leavesTheRestAlone_data() { everyKernel(); }
    void leavesTheRestAlone();
    void passesOnWhatIsNotFinite_data() { everyKernel(); }
    void passesOnWhatIsNotFinite();
};

void TestLinear::sumsDoNotDependOnTheCompany() {
    const Kernel kernel = fetchKernel();
    constexpr std::size_t kOutputs = 43;
    constexpr std::size_t kInputs = 203;
    const Matrix matrix(kernel.format, kOutputs, kInputs, 5);
    const LinearWeights& w = matrix.view();
    const std::vector<float> x = valuesWithOutliers(kMaxLinearRows * kInputs, 6);
    const std::vector<float> together = multiply(w, prepare(x, kMaxLinearRows).view(), kernel.set);
    const auto isSame = [&](const float* y, std::size_t row) {
        const void* const alone = y;
        const void* const along = together.data() + row * kOutputs;
        return std::memcmp(alone, along, kOutputs * sizeof(float)) == 0;
    };
    // Any number of rows, the last ones and the first ones of all.
    for (std::size_t rows = 1; rows <= kMaxLinearRows; ++rows) {
        for (const std::size_t first : {std::size_t{0}, kMaxLinearRows - rows}) {
            const auto begin = x.begin() + static_cast<std::ptrdiff_t>(first * kInputs);
            const std::vector<float> some(begin, begin + static_cast<std::ptrdiff_t>(rows * kInputs));
            const std::vector<float> y = multiply(w, prepare(some, rows).view(), kernel.set);
            for (std::size_t r = 0; r < rows; ++r) {
                QVERIFY(isSame(y.data() + r * kOutputs, first + r));
            }
        }
    }
    // Any cut.
    const std::vector<float> last(x.end() - kInputs, x.end());
    const PreparedRows one = prepare(last, 1);
    for (std::size_t cut = 0; cut <= kOutputs; ++cut) {
        std::vector<float> y(kOutputs, NAN);
        multiplyRows(w, one.view(), {0, cut}, {y.data(), kOutputs}, kernel.set);
        multiplyRows(w, one.view(), {cut, kOutputs}, {y.data(), kOutputs}, kernel.set);
        QVERIFY(isSame(y.data(), kMaxLinearRows - 1));
    }
}

void TestLinear::addsToWhatIsThere() {
    const Kernel kernel = fetchKernel();
    constexpr std::size_t kOutputs = 21;
    constexpr std::size_t kRows = 3;
    const Matrix matrix(kernel.format, kOutputs, 70, 7);
    const std::vector<float> x = valuesWithOutliers(kRows * 70, 8);
    const PreparedRows prepared = prepare(x, kRows);
    const std::vector<float> product = multiply(matrix.view(), prepared.view(), kernel.set);
    std::vector<float> y = valuesWithOutliers(product.size(), 9);
    const std::vector<float> before = y;
    multiplyRows(matrix.view(), prepared.view(), {0, kOutputs}, {y.data(), kOutputs, Store::Add}, kernel.set);
    for (std::size_t i = 0; i < y.size(); ++i) {
        QCOMPARE(y[i], before[i] + product[i]);
    }
}

void TestLinear::gates() {
    const Kernel kernel = fetchKernel();
    constexpr std::size_t kHalf = 32;
    constexpr std::size_t kInputs = 90;
    constexpr std::size_t kRows = 5;
    const Matrix matrix(kernel.format, 2 * kHalf, kInputs, 10);
    const LinearWeights gate = sliceRows(matrix.view(), 0, kHalf);
    const LinearWeights up = sliceRows(matrix.view(), kHalf, kHalf);
    const std::vector<float> x = valuesWithOutliers(kRows * kInputs, 11);
    const PreparedRows prepared = prepare(x, kRows);
    const std::vector<float> both = multiply(matrix.view(), prepared.view(), kernel.set);
    std::vector<float> y(kRows * kHalf, NAN);
    multiplyGated(gate, up, prepared.view(), {0, 9}, {y.data(), kHalf}, kernel.set);
    multiplyGated(gate, up, prepared.view(), {9, kHalf}, {y.data(), kHalf}, kernel.set);
    for (std::size_t r = 0; r < kRows; ++r) {
        for (std::size_t n = 0; n < kHalf; ++n) {
            const auto g = static_cast<double>(both[r * 2 * kHalf + n]);
            const auto u = static_cast<double>(both[r * 2 * kHalf + kHalf + n]);
            const double expected = g / (1.0 + std::exp(-g)) * u;
            // An exponential off by a unit or two in the last place, a sum, a quotient and a product; below the
            // smallest exponent, an absolute error.
            const double bound = 8 * kUnit * std::abs(expected) + 1e-30;
            QVERIFY(std::abs(expected - static_cast<double>(y[r * kHalf + n])) <= bound);
        }
    }
}

void TestLinear::leavesTheRestAlone() {
    const Kernel kernel = fetchKernel();
    constexpr std::size_t kOutputs = 40;
    const Matrix matrix(kernel.format, kOutputs, 65, 12);
    const PreparedRows prepared = prepare(valuesWithOutliers(std::size_t{2} * 65, 13), 2);
    std::vector<float> y(2 * kOutputs, 7.0F);
    multiplyRows(matrix.view(), prepared.view(), {11, 22}, {y.data(), kOutputs}, kernel.set);
    for (std::size_t i = 0; i < y.size(); ++i) {
        const bool inRange = i % kOutputs >= 11 && i % kOutputs < 22;
        QCOMPARE(y[i] != 7.0F, inRange);
    }
}

void TestLinear::passesOnWhatIsNotFinite() {
    const Kernel kernel = fetchKernel();
    constexpr std::size_t kInputs = 70;
    const Matrix matrix(kernel.format, 17, kInputs, 14);
    for (const float bad : {NAN, INFINITY, -INFINITY}) {
        for (const std::size_t place : {std::size_t{0}, std::size_t{33}, kInputs - 1}) {
            std::vector<float> x = valuesWithOutliers(2 * kInputs, 15);
            x[place] = bad;
            const std::vector<float> y = multiply(matrix.view(), prepare(x, 2).view(), kernel.set);
            for (std::size_t i = 0; i < y.size(); ++i) {
                QCOMPARE(std::isfinite(y[i]), i >= 17);
            }
        }
    }
}

QTEST_GUILESS_MAIN(TestLinear)
#include "test_linear.moc"
