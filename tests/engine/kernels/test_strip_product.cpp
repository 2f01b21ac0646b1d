// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/kernels/instruction_sets.h"
#include "engine/kernels/values.h"
#include "kernels/strip_product.h"

#include <QTest>
#include <cmath>
#include <tuple>

using namespace parley::kernels;
using namespace parley::test;

namespace {

/// Rows that overlap: three taps of `width` values, `step` apart.
struct Case {
    Case(std::size_t rows, std::size_t width, std::size_t outputs)
        : x(values(rows * width + 2 * (width + 3) + width, 1)), w(3 * width, outputs),
          left{.data = x.data(), .rows = rows, .stride = width, .width = width, .taps = 3, .tapStride = width + 3} {
        const std::vector<float> weights = values(w.inputs * outputs, 2);
        const std::vector<float> biases = values(outputs, 3);
        for (std::size_t output = 0; output < outputs; ++output) {
            w.bias[output] = biases[output];
            for (std::size_t input = 0; input < w.inputs; ++input) {
                w.at(input, output) = weights[output * w.inputs + input];
            }
        }
    }

    [[nodiscard]] double expected(std::size_t row, std::size_t output) {
        auto sum = static_cast<double>(w.bias[output]);
        for (std::size_t input = 0; input < w.inputs; ++input) {
            const std::size_t at = row * left.stride + input / left.width * left.tapStride + input % left.width;
            sum += static_cast<double>(x[at]) * static_cast<double>(w.at(input, output));
        }
        return sum;
    }

    /// y [rows, outputs + 1]: the last column must stay as it is.
    void multiply(const TappedRows& rows, float* y, Put put = Put::Set) const {
        for (std::size_t strip = 0; strip < w.strips(); ++strip) {
            multiplyStrip(rows, w.strip(strip), {y + strip * kStrip, w.outputs + 1}, put);
        }
    }

    std::vector<float> x;
    StripMatrix w;
    TappedRows left;
};

} // namespace

class TestStripProduct : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void agreesWithDouble_data();
    void agreesWithDouble();
    void addsToWhatIsThere();
    void rowsDoNotDependOnTheirCompany();
};

void TestStripProduct::agreesWithDouble_data() {
    QTest::addColumn<qint64>("target");
    for (const auto& [target, name] : instructionSets()) {
        QTest::newRow(name.c_str()) << qint64{target};
    }
}

void TestStripProduct::agreesWithDouble() {
    QFETCH(const qint64, target);
    useInstructionSet(target);
    using Sizes = std::tuple<std::size_t, std::size_t, std::size_t>; // rows, width, outputs
    for (const auto& [rows, width, outputs] :
         {Sizes{1, 1, 1}, Sizes{2, 7, 31}, Sizes{5, 64, 32}, Sizes{12, 5, 33}, Sizes{13, 16, 97}, Sizes{31, 3, 64}}) {
        Case c(rows, width, outputs);
        std::vector<float> y(rows * (outputs + 1), 7.0F);
        c.multiply(c.left, y.data());
        for (std::size_t row = 0; row < rows; ++row) {
            for (std::size_t output = 0; output < outputs; ++output) {
                const double difference =
                    c.expected(row, output) - static_cast<double>(y[row * (outputs + 1) + output]);
                QVERIFY(std::abs(difference) < 1e-5);
            }
            QCOMPARE(y[row * (outputs + 1) + outputs], 7.0F);
        }
    }
    useInstructionSet(0);
}

void TestStripProduct::addsToWhatIsThere() {
    const Case c(14, 6, 45);
    std::vector<float> once(c.left.rows * (c.w.outputs + 1));
    c.multiply(c.left, once.data());
    std::vector<float> onTop(once.size(), 0.5F);
    c.multiply(c.left, onTop.data(), Put::Add);
    for (std::size_t row = 0; row < c.left.rows; ++row) {
        for (std::size_t output = 0; output < c.w.outputs; ++output) {
            const std::size_t at = row * (c.w.outputs + 1) + output;
            QCOMPARE(onTop[at], 0.5F + once[at]);
        }
    }
}

void TestStripProduct::rowsDoNotDependOnTheirCompany() {
    const Case c(29, 40, 70);
    const std::size_t stride = c.w.outputs + 1;
    std::vector<float> together(c.left.rows * stride);
    c.multiply(c.left, together.data());
    std::vector<float> apart(together.size());
    for (std::size_t row = 0; row < c.left.rows; ++row) {
        TappedRows one = c.left;
        one.data += row * one.stride;
        one.rows = 1;
        c.multiply(one, apart.data() + row * stride);
    }
    QVERIFY(together == apart);
}

QTEST_GUILESS_MAIN(TestStripProduct)
#include "test_strip_product.moc"
