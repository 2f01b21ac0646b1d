// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/kernels/instruction_sets.h"
#include "engine/kernels/linear_case.h"
#include "kernels/many_rows.h"
#include "kernels/quantize.h"
#include "kernels/round_bf16.h"
#include "kernels/strip_fill.h"
#include "kernels/strip_product.h"

#include <QTest>
#include <cmath>
#include <tuple>

using namespace parley::kernels;
using namespace parley::test;

namespace {

/// Values as pairs of bfloat16 hold them.
std::vector<float> rounded(std::vector<float> row) {
    std::vector<std::uint16_t> halves(row.size());
    if (!roundToBfloat16(row.data(), halves.data(), row.size())) {
        return {};
    }
    for (std::size_t k = 0; k < row.size(); ++k) {
        row[k] = asFloat(halves[k]);
    }
    return row;
}

std::vector<float> product(const LinearWeights& weights, const std::vector<float>& x, std::size_t rows) {
    const ManyRows many(x.data(), rows, weights.inputs, weights.format);
    std::vector<float> y(rows * weights.outputs, NAN);
    const std::size_t strips = (weights.outputs + kStrip - 1) / kStrip;
    many.multiply(weights, 0, strips / 2, y.data());
    many.multiply(weights, strips / 2, strips, y.data());
    return y;
}

} // namespace

class TestManyRows : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void agreesWithDouble_data();
    void agreesWithDouble();
    void fillsAsRowsAreUnpacked_data();
    void fillsAsRowsAreUnpacked();
};

void TestManyRows::agreesWithDouble_data() {
    QTest::addColumn<int>("format");
    for (const WeightFormat format : kFormats) {
        QTest::newRow(label(format).c_str()) << static_cast<int>(format);
    }
}

void TestManyRows::agreesWithDouble() {
    QFETCH(const int, format);
    using Sizes = std::tuple<std::size_t, std::size_t, std::size_t>; // rows, inputs, outputs
    for (const auto& [rows, inputs, outputs] : {Sizes{33, 65, 40}, Sizes{40, 128, 32}, Sizes{37, 2048 + 96, 49}}) {
        const Matrix matrix(static_cast<WeightFormat>(format), outputs, inputs, 2);
        const LinearWeights& weights = matrix.view();
        const std::vector<float> x = values(rows * inputs, 5);
        const std::vector<float> y = product(weights, x, rows);
        const bool rounds = weights.format != WeightFormat::Float32 && multipliesBfloat16();
        for (std::size_t output = 0; output < outputs; ++output) {
            std::vector<float> w(inputs);
            unpackRow(weights, output, w.data());
            w = rounds ? rounded(w) : w;
            for (std::size_t row = 0; row < rows; ++row) {
                const auto first = x.begin() + static_cast<std::ptrdiff_t>(row * inputs);
                std::vector<float> own(first, first + static_cast<std::ptrdiff_t>(inputs));
                own = rounds ? rounded(own) : own;
                double sum = 0;
                double size = 0;
                for (std::size_t k = 0; k < inputs; ++k) {
                    const double part = static_cast<double>(own[k]) * static_cast<double>(w[k]);
                    sum += part;
                    size += std::abs(part);
                }
                QVERIFY(std::abs(sum - static_cast<double>(y[row * outputs + output])) < 1e-5 * size);
            }
        }
    }
}

void TestManyRows::fillsAsRowsAreUnpacked_data() {
    QTest::addColumn<qint64>("target");
    QTest::addColumn<int>("format");
    for (const auto& [target, name] : instructionSets()) {
        for (const WeightFormat format : kFormats) {
            QTest::addRow("%s, %s", name.c_str(), label(format).c_str()) << qint64{target} << static_cast<int>(format);
        }
    }
}

void TestManyRows::fillsAsRowsAreUnpacked() {
    QFETCH(const qint64, target);
    QFETCH(const int, format);
    useInstructionSet(target);
    const std::size_t outputs = 45;
    const Matrix matrix(static_cast<WeightFormat>(format), outputs, 197, 2);
    const LinearWeights& weights = matrix.view();
    const InputRange range{64, 197};
    const std::size_t padded = 256 - range.begin;
    for (std::size_t strip = 0; strip < 2; ++strip) {
        std::vector<float> floats(padded * kStrip);
        fillStrip(weights, strip, range, floats.data());
        std::vector<std::uint32_t> pairs(padded / 2 * kStrip);
        if (weights.format != WeightFormat::Float32) {
            fillStripPairs(weights, strip, range, pairs.data());
        }
        for (std::size_t output = strip * kStrip; output < std::min((strip + 1) * kStrip, outputs); ++output) {
            std::vector<float> row(197);
            unpackRow(weights, output, row.data());
            const std::vector<float> halves = rounded(row);
            for (std::size_t k = range.begin; k < range.end; ++k) {
                const std::size_t at = k - range.begin;
                QCOMPARE(floats[at * kStrip + output % kStrip], row[k]);
                const std::uint32_t pair = pairs[at / 2 * kStrip + output % kStrip];
                const auto half = static_cast<std::uint16_t>(at % 2 == 0 ? pair & 0xFFFFU : pair >> 16U);
                QVERIFY(weights.format == WeightFormat::Float32 || asFloat(half) == halves[k]);
            }
        }
    }
    useInstructionSet(0);
}

QTEST_GUILESS_MAIN(TestManyRows)
#include "test_many_rows.moc"
