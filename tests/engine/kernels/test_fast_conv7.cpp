// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/kernels/instruction_sets.h"
#include "engine/kernels/values.h"
#include "kernels/fast_conv7.h"
#include "kernels/strip_product.h"

#include <QTest>
#include <cmath>

using namespace parley::kernels;
using namespace parley::test;

namespace {

/// One tile: 10 moments `step` values apart of `channels` values each, and as many outputs.
struct Tile {
    explicit Tile(std::size_t channelCount)
        : channels(channelCount), step(channelCount + 3), x(values(kConvPoints * step, 1)),
          weight(values(channels * channels * kConvTaps, 2)), bias(values(channels, 3)) {}

    [[nodiscard]] double expected(std::size_t moment, std::size_t output) const {
        auto sum = static_cast<double>(bias[output]);
        for (std::size_t tap = 0; tap < kConvTaps; ++tap) {
            for (std::size_t input = 0; input < channels; ++input) {
                sum += static_cast<double>(x[(moment + tap) * step + input]) *
                       static_cast<double>(weight[(output * channels + input) * kConvTaps + tap]);
            }
        }
        return sum;
    }

    /// [4 moments, channels]
    [[nodiscard]] std::vector<float> convolve() const {
        ConvPoints points = emptyPoints(channels, channels);
        evaluateWeights(weight, 0, channels / 2, points);
        evaluateWeights(weight, channels / 2, channels, points);
        std::vector<float> atPoints(kConvPoints * channels);
        evaluateInputs({x.data(), step}, channels, atPoints.data(), channels);
        std::vector<float> products(kConvPoints * channels);
        for (std::size_t point = 0; point < kConvPoints; ++point) {
            const TappedRows row{
                .data = atPoints.data() + point * channels, .rows = 1, .stride = channels, .width = channels};
            for (std::size_t strip = 0; strip < points[point].strips(); ++strip) {
                float* const to = products.data() + point * channels + strip * kStrip;
                multiplyStrip(row, points[point].strip(strip), {to, channels});
            }
        }
        std::vector<float> y(kConvTile * channels);
        interpolate({products.data(), channels}, bias.data(), channels, y.data(), channels);
        return y;
    }

    std::size_t channels;
    std::size_t step;
    std::vector<float> x;
    std::vector<float> weight; ///< [outputs, inputs, 7]
    std::vector<float> bias;
};

} // namespace

class TestFastConv7 : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void agreesWithDouble_data();
    void agreesWithDouble();
};

void TestFastConv7::agreesWithDouble_data() {
    QTest::addColumn<qint64>("target");
    for (const auto& [target, name] : instructionSets()) {
        QTest::newRow(name.c_str()) << qint64{target};
    }
}

void TestFastConv7::agreesWithDouble() {
    QFETCH(const qint64, target);
    useInstructionSet(target);
    for (const std::size_t channels : {1U, 5U, 16U, 33U, 96U}) {
        const Tile tile(channels);
        const std::vector<float> y = tile.convolve();
        double errors = 0;
        double sizes = 0;
        for (std::size_t moment = 0; moment < kConvTile; ++moment) {
            for (std::size_t output = 0; output < channels; ++output) {
                const double expected = tile.expected(moment, output);
                errors += std::pow(expected - static_cast<double>(y[moment * channels + output]), 2);
                sizes += expected * expected;
            }
        }
        QVERIFY2(std::sqrt(errors / sizes) < 2e-5, qPrintable(QString::number(std::sqrt(errors / sizes))));
    }
    useInstructionSet(0);
}

QTEST_GUILESS_MAIN(TestFastConv7)
#include "test_fast_conv7.moc"
