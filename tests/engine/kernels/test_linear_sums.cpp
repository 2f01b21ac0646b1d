// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/kernels/each_kernel.h"

#include <QTest>
#include <cmath>

using namespace parley::kernels;
using namespace parley::test;

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

constexpr std::array<Sizes, 7> kSizes = {Sizes{1, 1}, {3, 7}, {16, 64}, {17, 33}, {37, 129}, {5, 203}, {50, 320}};
constexpr std::array<std::size_t, 11> kRowCounts = {1, 2, 3, 4, 5, 8, 9, 16, 17, 31, 32};

/// How far y is from its plain product, in the bound that the number of roundings gives: up to 1 is right.
double worstOfBound(const std::vector<float>& y, const Matrix& matrix, const std::vector<float>& x, std::size_t rows) {
    const LinearWeights& w = matrix.view();
    const bool packed = isPacked(w.format);
    const std::vector<float> weights = matrix.unpacked();
    const std::vector<double> exact(x.begin(), x.end());
    const std::vector<double> activations = packed ? quantizedPlainly(x, w.inputs) : exact;
    // Products are summed one after another, packed ones by block. The lanes' sum, the scales and the unpacked weight's
    // own rounding follow.
    const std::size_t roundings = w.inputs / (packed ? kBlock : 1) + 8;
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

class TestLinearSums : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void agreesWithDouble_data() { everyKernel(); }
    void agreesWithDouble();
    void staysNearTheOriginal_data() { everyKernel(); }
    void staysNearTheOriginal();
};

void TestLinearSums::agreesWithDouble() {
    const Kernel kernel = fetchKernel();
    for (const auto& [outputs, inputs] : kSizes) {
        const Matrix matrix(kernel.format, outputs, inputs, 1);
        for (const std::size_t rows : kRowCounts) {
            const std::vector<float> x = valuesWithOutliers(rows * inputs, 2);
            const PreparedRows prepared = prepare(x, rows);
            const std::vector<float> y = multiply(matrix.view(), prepared.view(), kernel.set);
            QVERIFY2(worstOfBound(y, matrix, x, rows) <= 1.0,
                     qPrintable(QString("%1 rows, %2 x %3").arg(rows).arg(outputs).arg(inputs)));
        }
    }
}

void TestLinearSums::staysNearTheOriginal() {
    const Kernel kernel = fetchKernel();
    constexpr std::size_t kInputs = 203;
    constexpr std::size_t kOutputs = 19;
    const Matrix matrix(kernel.format, kOutputs, kInputs, 3);
    const std::vector<float> x = valuesWithOutliers(kInputs, 4);
    const std::vector<float> y = multiply(matrix.view(), prepare(x, 1).view(), kernel.set);
    const std::vector<double> activations = quantizedPlainly(x, kInputs);
    const std::vector<float> weights = matrix.unpacked();
    for (std::size_t n = 0; n < kOutputs; ++n) {
        const float* source = matrix.source().data() + n * kInputs;
        const Expected expected = productPlainly(x.data(), source, kInputs);
        // (x + a)(w + b) differs from xw by a·w + (x + a)·b.
        double bound = kInputs * kUnit * expected.magnitude;
        for (std::size_t k = 0; k < kInputs; ++k) {
            const double inActivation = isPacked(kernel.format) ? activations[k] - static_cast<double>(x[k]) : 0.0;
            const double inWeight = static_cast<double>(weights[n * kInputs + k]) - static_cast<double>(source[k]);
            bound += std::abs(inActivation * static_cast<double>(source[k])) +
                     std::abs((static_cast<double>(x[k]) + inActivation) * inWeight);
        }
        QVERIFY(std::abs(expected.sum - static_cast<double>(y[n])) <= bound);
    }
}

QTEST_GUILESS_MAIN(TestLinearSums)
#include "test_linear_sums.moc"
