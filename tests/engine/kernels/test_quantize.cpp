// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "engine/kernels/linear_case.h"

#include <QTest>
#include <algorithm>

using namespace parley::kernels;
using namespace parley::test;

namespace {

float largestOf(const float* begin, const float* end) {
    float largest = 0;
    for (const float* value = begin; value != end; ++value) {
        largest = std::max(largest, std::abs(*value));
    }
    return largest;
}

std::vector<std::byte> packed(const LinearWeights& source, WeightFormat format) {
    std::vector<std::byte> out(packedBytes(format, source.outputs, source.inputs));
    packPanels(source, format, 0, panelCount(source.outputs), out.data());
    return out;
}

std::vector<float> through(const std::vector<float>& row, WeightFormat format) {
    const LinearWeights source = {WeightFormat::Float32, 1, row.size(), row.data()};
    const std::vector<std::byte> memory = packed(source, format);
    std::vector<float> out(row.size());
    unpackRow({format, 1, row.size(), memory.data()}, 0, out.data());
    return out;
}

} // namespace

class TestQuantize : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void int8IsOffByHalfAScale();
    void int4IsOffByHalfAScale();
    void int4UsesAllLevels();
    void keepsZerosAndWhatIsTooSmall();
    void readsBfloat16();
    void panelsDoNotDependOnEachOther();
    void takesTheBytesItSays();
};

void TestQuantize::int8IsOffByHalfAScale() {
    for (const std::size_t inputs : {1, 5, 64, 203}) {
        const Matrix matrix(WeightFormat::Int8, 35, inputs, 1);
        const std::vector<float> unpacked = matrix.unpacked();
        for (std::size_t n = 0; n < 35; ++n) {
            const float* row = matrix.source().data() + n * inputs;
            // The scale, its reciprocal and the products are rounded, too.
            const float allowed = largestOf(row, row + inputs) / 127.0F * (0.5F + 0x1p-15F);
            for (std::size_t k = 0; k < inputs; ++k) {
                QVERIFY(std::abs(unpacked[n * inputs + k] - row[k]) <= allowed);
            }
        }
    }
}

void TestQuantize::int4IsOffByHalfAScale() {
    for (const std::size_t inputs : {1, 5, 64, 203}) {
        const Matrix matrix(WeightFormat::Int4, 35, inputs, 2);
        const std::vector<float> unpacked = matrix.unpacked();
        for (std::size_t n = 0; n < 35; ++n) {
            for (std::size_t begin = 0; begin < inputs; begin += kBlock) {
                const std::size_t end = std::min(begin + kBlock, inputs);
                const float* row = matrix.source().data() + n * inputs;
                // The scale is at most a seventh of the largest one, and a bfloat16: 2⁻⁸ off.
                const float allowed = largestOf(row + begin, row + end) / 7.0F * (1.0F + 0x1p-8F) * 0.54F;
                for (std::size_t k = begin; k < end; ++k) {
                    QVERIFY(std::abs(unpacked[n * inputs + k] - row[k]) <= allowed);
                }
            }
        }
    }
}

void TestQuantize::int4UsesAllLevels() {
    // 16 levels of 1/4, the furthest one below zero; then turned round; then one with both ends alike.
    std::vector<float> levels(kBlock);
    for (std::size_t k = 0; k < kBlock; ++k) {
        levels[k] = (static_cast<float>(k % 16) - 8.0F) / 4.0F;
    }
    QCOMPARE(through(levels, WeightFormat::Int4), levels);
    for (float& level : levels) {
        level = -level;
    }
    QCOMPARE(through(levels, WeightFormat::Int4), levels);
    std::replace(levels.begin(), levels.end(), 2.0F, 1.75F);
    QCOMPARE(through(levels, WeightFormat::Int4), levels);
}

void TestQuantize::keepsZerosAndWhatIsTooSmall() {
    for (const WeightFormat format : {WeightFormat::Int8, WeightFormat::Int4}) {
        const std::vector<float> zeros(70, 0.0F);
        QCOMPARE(through(zeros, format), zeros);
        for (const float value : through(std::vector<float>(70, 1e-40F), format)) {
            QVERIFY(std::abs(value) <= 1e-30F);
        }
        for (const float value : through(std::vector<float>(70, 3e38F), format)) {
            QVERIFY(std::isfinite(value));
        }
    }
}

void TestQuantize::readsBfloat16() {
    const Matrix halves(WeightFormat::Bfloat16, 18, 70, 3);
    const std::vector<float> widened = halves.unpacked();
    const LinearWeights same = {WeightFormat::Float32, 18, 70, widened.data()};
    for (const WeightFormat format : {WeightFormat::Int8, WeightFormat::Int4}) {
        QVERIFY(packed(halves.view(), format) == packed(same, format));
    }
}

void TestQuantize::panelsDoNotDependOnEachOther() {
    const Matrix source(WeightFormat::Float32, 50, 70, 4);
    for (const WeightFormat format : {WeightFormat::Int8, WeightFormat::Int4}) {
        std::vector<std::byte> apart(packedBytes(format, 50, 70), std::byte(0xAA));
        for (const std::size_t panel : {3, 0, 2, 1}) {
            packPanels(source.view(), format, panel, panel + 1, apart.data());
        }
        QVERIFY(apart == packed(source.view(), format));
    }
}

void TestQuantize::takesTheBytesItSays() {
    QCOMPARE(packedBytes(WeightFormat::Int8, 512, 2048), std::size_t{512} * 2048 + 512 * sizeof(float));
    QCOMPARE(packedBytes(WeightFormat::Int4, 512, 2048), std::size_t{512} * 2048 / 16 * 9); // 4.5 bits each
    QCOMPARE(packedBytes(WeightFormat::Int8, 1, 1), std::size_t{16} * 64 + 16 * sizeof(float));
}

QTEST_GUILESS_MAIN(TestQuantize)
#include "test_quantize.moc"
