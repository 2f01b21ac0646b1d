// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/kernels/linear_case.h"

#include <QTest>
#include <cmath>
#include <cstring>

using namespace parley::kernels;
using namespace parley::tests;

namespace {

/// Half the distance of neighbouring float32 values, relative: no single rounding is off by more.
constexpr double kUnit = 0x1p-24;

/// The activations as the packed kernels read them, made the plain way.
std::vector<double> quantizedPlainly(const std::vector<float>& x, std::size_t inputs) {
    std::vector<double> out(x.size());
    for (std::size_t row = 0; row < x.size(); row += inputs) {
        for (std::size_t begin = row; begin < row + inputs; begin += kBlock) {
            const std::size_t end = std::min(begin + kBlock, row + inputs);
            float largest = 0;
            for (std::size_t k = begin; k < end; ++k) {
                largest = std::max(largest, std::abs(x[k]));
            }
            for (std::size_t k = begin; k < end; ++k) {
                out[k] = static_cast<double>(std::nearbyint(x[k] * (127.0F / largest))) *
                         static_cast<double>(largest / 127.0F);
            }
        }
    }
    return out;
}

struct Expected {
    double sum = 0;
    double magnitude = 0; ///< sum of the products' magnitudes
};

template <typename X, typename W>
Expected productPlainly(const X* x, const W* w, std::size_t inputs) {
    Expected out;
    for (std::size_t k = 0; k < inputs; ++k) {
        const double product = static_cast<double>(x[k]) * static_cast<double>(w[k]);
        out.sum += product;
        out.magnitude += std::abs(product);
    }
    return out;
}

struct Sizes {
    std::size_t outputs;
    std::size_t inputs;
};

constexpr Sizes kSizes[] = {{1, 1}, {3, 7}, {16, 64}, {17, 33}, {37, 129}, {5, 203}, {50, 320}};
constexpr std::size_t kRowCounts[] = {1, 2, 3, 4, 5, 8, 9, 16, 17, 31, 32};

std::vector<float> multiply(const LinearWeights& w, const RowsView& x, InstructionSet set) {
    std::vector<float> y(x.rows * w.outputs, NAN);
    // In two pieces, as two threads would; the cut is in the middle of a panel.
    multiplyRows(w, x, {0, w.outputs / 2}, {y.data(), w.outputs}, set);
    multiplyRows(w, x, {w.outputs / 2, w.outputs}, {y.data(), w.outputs}, set);
    return y;
}

/// How far y is from its plain product, in the bound that the number of roundings gives: up to 1 is right.
double worstOfBound(const std::vector<float>& y, const Matrix& matrix, const std::vector<float>& x, std::size_t rows) {
    const LinearWeights& w = matrix.view();
    const bool packed = isPacked(w.format);
    const std::vector<float> weights = matrix.unpacked();
    const std::vector<double> exact(x.begin(), x.end());
    const std::vector<double> activations = packed ? quantizedPlainly(x, w.inputs) : exact;
    // Products are summed one after another: by block, or in at least 4 lanes. The lanes' sum, the scales and the
    // unpacked weight's own rounding follow.
    const std::size_t roundings = w.inputs / (packed ? kBlock : 4) + 8;
    double worst = 0;
    for (std::size_t r = 0; r < rows; ++r) {
        for (std::size_t n = 0; n < w.outputs; ++n) {
            const Expected expected =
                productPlainly(activations.data() + r * w.inputs, weights.data() + n * w.inputs, w.inputs);
            const double error = std::abs(expected.sum - static_cast<double>(y[r * w.outputs + n]));
            const double bound = static_cast<double>(roundings) * kUnit * expected.magnitude;
            worst = std::max(worst, std::isfinite(error) ? error / (bound + 1e-30) : INFINITY);
        }
    }
    return worst;
}

} // namespace

class TestLinear : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void agreesWithDouble_data() { everyKernel(); }
    void agreesWithDouble();
    void staysNearTheOriginal_data() { everyKernel(); }
    void staysNearTheOriginal();
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

private:
    static void everyKernel();
};

void TestLinear::everyKernel() {
    QTest::addColumn<int>("set");
    QTest::addColumn<int>("format");
    for (const InstructionSet set : availableInstructionSets()) {
        for (const WeightFormat format : kFormats) {
            QTest::addRow("%s, %s", name(set).data(), label(format).c_str())
                << static_cast<int>(set) << static_cast<int>(format);
        }
    }
}

#define FETCH_KERNEL()                                                                                                 \
    QFETCH(const int, set);                                                                                            \
    QFETCH(const int, format);                                                                                         \
    const auto kernelSet = static_cast<InstructionSet>(set);                                                           \
    const auto weightFormat = static_cast<WeightFormat>(format)

void TestLinear::agreesWithDouble() {
    FETCH_KERNEL();
    for (const auto& [outputs, inputs] : kSizes) {
        const Matrix matrix(weightFormat, outputs, inputs, 1);
        for (const std::size_t rows : kRowCounts) {
            const std::vector<float> x = valuesWithOutliers(rows * inputs, 2);
            const PreparedRows prepared = prepare(x, rows);
            const std::vector<float> y = multiply(matrix.view(), prepared.view(), kernelSet);
            QVERIFY2(worstOfBound(y, matrix, x, rows) <= 1.0,
                     qPrintable(QString("%1 rows, %2 x %3").arg(rows).arg(outputs).arg(inputs)));
        }
    }
}

void TestLinear::staysNearTheOriginal() {
    FETCH_KERNEL();
    constexpr std::size_t kInputs = 203;
    constexpr std::size_t kOutputs = 19;
    const Matrix matrix(weightFormat, kOutputs, kInputs, 3);
    const std::vector<float> x = valuesWithOutliers(kInputs, 4);
    const std::vector<float> y = multiply(matrix.view(), prepare(x, 1).view(), kernelSet);
    const std::vector<double> activations = quantizedPlainly(x, kInputs);
    const std::vector<float> weights = matrix.unpacked();
    for (std::size_t n = 0; n < kOutputs; ++n) {
        const float* source = matrix.source().data() + n * kInputs;
        const Expected expected = productPlainly(x.data(), source, kInputs);
        // (x + a)(w + b) differs from xw by a·w + (x + a)·b.
        double bound = kInputs * kUnit * expected.magnitude;
        for (std::size_t k = 0; k < kInputs; ++k) {
            const double inActivation = isPacked(weightFormat) ? activations[k] - static_cast<double>(x[k]) : 0.0;
            const double inWeight = static_cast<double>(weights[n * kInputs + k]) - static_cast<double>(source[k]);
            bound += std::abs(inActivation * static_cast<double>(source[k])) +
                     std::abs((static_cast<double>(x[k]) + inActivation) * inWeight);
        }
        QVERIFY(std::abs(expected.sum - static_cast<double>(y[n])) <= bound);
    }
}

void TestLinear::sumsDoNotDependOnTheCompany() {
    FETCH_KERNEL();
    constexpr std::size_t kOutputs = 43;
    constexpr std::size_t kInputs = 203;
    const Matrix matrix(weightFormat, kOutputs, kInputs, 5);
    const LinearWeights& w = matrix.view();
    const std::vector<float> x = valuesWithOutliers(kMaxLinearRows * kInputs, 6);
    const std::vector<float> together = multiply(w, prepare(x, kMaxLinearRows).view(), kernelSet);
    const auto isSame = [&](const float* y, std::size_t row) {
        return std::memcmp(y, together.data() + row * kOutputs, kOutputs * sizeof(float)) == 0;
    };
    // Any number of rows, the last ones and the first ones of all.
    for (std::size_t rows = 1; rows <= kMaxLinearRows; ++rows) {
        for (const std::size_t first : {std::size_t{0}, kMaxLinearRows - rows}) {
            const auto begin = x.begin() + static_cast<std::ptrdiff_t>(first * kInputs);
            const std::vector<float> some(begin, begin + static_cast<std::ptrdiff_t>(rows * kInputs));
            const std::vector<float> y = multiply(w, prepare(some, rows).view(), kernelSet);
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
        multiplyRows(w, one.view(), {0, cut}, {y.data(), kOutputs}, kernelSet);
        multiplyRows(w, one.view(), {cut, kOutputs}, {y.data(), kOutputs}, kernelSet);
        QVERIFY(isSame(y.data(), kMaxLinearRows - 1));
    }
}

void TestLinear::addsToWhatIsThere() {
    FETCH_KERNEL();
    constexpr std::size_t kOutputs = 21;
    constexpr std::size_t kRows = 3;
    const Matrix matrix(weightFormat, kOutputs, 70, 7);
    const std::vector<float> x = valuesWithOutliers(kRows * 70, 8);
    const PreparedRows prepared = prepare(x, kRows);
    const std::vector<float> product = multiply(matrix.view(), prepared.view(), kernelSet);
    std::vector<float> y = valuesWithOutliers(product.size(), 9);
    const std::vector<float> before = y;
    multiplyRows(matrix.view(), prepared.view(), {0, kOutputs}, {y.data(), kOutputs, Store::Add}, kernelSet);
    for (std::size_t i = 0; i < y.size(); ++i) {
        QCOMPARE(y[i], before[i] + product[i]);
    }
}

void TestLinear::gates() {
    FETCH_KERNEL();
    constexpr std::size_t kHalf = 32;
    constexpr std::size_t kInputs = 90;
    constexpr std::size_t kRows = 5;
    const Matrix matrix(weightFormat, 2 * kHalf, kInputs, 10);
    const LinearWeights gate = sliceRows(matrix.view(), 0, kHalf);
    const LinearWeights up = sliceRows(matrix.view(), kHalf, kHalf);
    const std::vector<float> x = valuesWithOutliers(kRows * kInputs, 11);
    const PreparedRows prepared = prepare(x, kRows);
    const std::vector<float> both = multiply(matrix.view(), prepared.view(), kernelSet);
    std::vector<float> y(kRows * kHalf, NAN);
    multiplyGated(gate, up, prepared.view(), {0, 9}, {y.data(), kHalf}, kernelSet);
    multiplyGated(gate, up, prepared.view(), {9, kHalf}, {y.data(), kHalf}, kernelSet);
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
    FETCH_KERNEL();
    constexpr std::size_t kOutputs = 40;
    const Matrix matrix(weightFormat, kOutputs, 65, 12);
    const PreparedRows prepared = prepare(valuesWithOutliers(std::size_t{2} * 65, 13), 2);
    std::vector<float> y(2 * kOutputs, 7.0F);
    multiplyRows(matrix.view(), prepared.view(), {11, 22}, {y.data(), kOutputs}, kernelSet);
    for (std::size_t i = 0; i < y.size(); ++i) {
        const bool inRange = i % kOutputs >= 11 && i % kOutputs < 22;
        QCOMPARE(y[i] != 7.0F, inRange);
    }
}

void TestLinear::passesOnWhatIsNotFinite() {
    FETCH_KERNEL();
    constexpr std::size_t kInputs = 70;
    const Matrix matrix(weightFormat, 17, kInputs, 14);
    for (const float bad : {NAN, INFINITY, -INFINITY}) {
        for (const std::size_t place : {std::size_t{0}, std::size_t{33}, kInputs - 1}) {
            std::vector<float> x = valuesWithOutliers(2 * kInputs, 15);
            x[place] = bad;
            const std::vector<float> y = multiply(matrix.view(), prepare(x, 2).view(), kernelSet);
            for (std::size_t i = 0; i < y.size(); ++i) {
                QCOMPARE(std::isfinite(y[i]), i >= 17);
            }
        }
    }
}

QTEST_GUILESS_MAIN(TestLinear)
#include "test_linear.moc"
