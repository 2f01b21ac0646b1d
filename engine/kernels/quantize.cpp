// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "kernels/quantize.h"

#include "kernels/round_bf16.h"
#include "kernels/row_loops.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstring>
#include <vector>

namespace parley::kernels {

namespace {

/// Scales and rows below are as good as zero; the reciprocals of the smallest numbers would be infinite.
constexpr float kTiny = 0x1p-100F;

float widen(std::uint16_t half) {
    const std::uint32_t bits = std::uint32_t{half} << 16U;
    float value = 0;
    std::memcpy(&value, &bits, sizeof value);
    return value;
}

void readPlainRow(const LinearWeights& weights, std::size_t row, float* out) {
    const auto* from = static_cast<const std::byte*>(weights.data) + rowOffset(weights, row);
    if (weights.format == WeightFormat::Float32) {
        std::memcpy(out, from, weights.inputs * sizeof(float));
        return;
    }
    for (std::size_t k = 0; k < weights.inputs; ++k) {
        std::uint16_t half = 0;
        std::memcpy(&half, from + k * sizeof half, sizeof half);
        out[k] = widen(half);
    }
}

/// Where the bytes of a packed matrix lie (panelBytes() describes them), from the beginning of a panel.
std::size_t valueAt8(std::size_t row, std::size_t k) {
    return kPanelRows * sizeof(float) + k / 4 * 4 * kPanelRows + row * 4;
}

struct Block4 {
    std::size_t scale;
    std::size_t values; ///< the first 4 bytes; the next ones 4 · kPanelRows further on each

    Block4(std::size_t row, std::size_t block) {
        constexpr std::size_t kScales = kPanelRows * sizeof(std::uint16_t);
        constexpr std::size_t kValues = kBlock * kPanelRows / 2;
        const std::size_t pair = block / 2 * 2 * (kScales + kValues);
        scale = pair + block % 2 * kScales + row * sizeof(std::uint16_t);
        values = pair + 2 * kScales + block % 2 * kValues + row * 4;
    }
};

void packRow8(const std::vector<float>& values, std::size_t row, std::byte* panel) {
    std::vector<std::int8_t> rounded(values.size());
    const float scale = quantizeRow8(values.data(), values.size(), rounded.data());
    std::memcpy(panel + row * sizeof scale, &scale, sizeof scale);
    for (std::size_t k = 0; k < values.size(); k += 4) {
        std::memcpy(panel + valueAt8(row, k), rounded.data() + k, 4);
    }
}

/// The scale of an int4 block with these extremes, as a bfloat16; it may be negative.
std::uint16_t scale4(const Extremes& ends) {
    const bool below = -ends.lowest > ends.highest;
    const float furthest = below ? ends.lowest : ends.highest;
    const float opposite = below ? ends.highest : -ends.lowest;
    const float exact = opposite * 8.0F <= std::abs(furthest) * 7.5F ? furthest / -8.0F : std::abs(furthest) / 7.0F;
    std::uint16_t scale = 0;
    return std::abs(exact) >= kTiny && roundToBfloat16(&exact, &scale, 1) ? scale : std::uint16_t{0};
}

void packBlock4(const float* values, std::size_t row, std::size_t block, std::byte* panel) {
    std::array<std::int8_t, kBlock> levels{};
    const std::uint16_t scale = quantizeBlock4(values, levels.data());
    const auto level = [&](std::size_t k) { return static_cast<unsigned>(levels.at(k) + 8); };
    const Block4 at(row, block);
    std::memcpy(panel + at.scale, &scale, sizeof scale);
    for (std::size_t k = 0; k < kBlock / 2; ++k) {
        panel[at.values + k / 4 * 4 * kPanelRows + k % 4] = std::byte(level(k) | level(k + kBlock / 2) << 4U);
    }
}

void packRow4(const std::vector<float>& values, std::size_t row, std::byte* panel) {
    for (std::size_t block = 0; block < values.size() / kBlock; ++block) {
        packBlock4(values.data() + block * kBlock, row, block, panel);
    }
}

void unpackRow8(const std::byte* panel, std::size_t row, std::size_t inputs, float* out) {
    float scale = 0;
    std::memcpy(&scale, panel + row * sizeof scale, sizeof scale);
    for (std::size_t k = 0; k < inputs; ++k) {
        out[k] = scale * static_cast<float>(static_cast<std::int8_t>(panel[valueAt8(row, k) + k % 4]));
    }
}

void unpackRow4(const std::byte* panel, std::size_t row, std::size_t inputs, float* out) {
    for (std::size_t k = 0; k < inputs; ++k) {
        const Block4 at(row, k / kBlock);
        const std::size_t inBlock = k % kBlock;
        std::uint16_t scale = 0;
        std::memcpy(&scale, panel + at.scale, sizeof scale);
        const std::size_t half = inBlock % (kBlock / 2);
        const auto byte = static_cast<unsigned>(panel[at.values + half / 4 * 4 * kPanelRows + half % 4]);
        const unsigned level = inBlock < kBlock / 2 ? byte & 15U : byte >> 4U;
        out[k] = widen(scale) * (static_cast<float>(level) - 8.0F);
    }
}

} // namespace

float quantizeRow8(const float* values, std::size_t count, std::int8_t* out) {
    const Extremes ends = extremes(values, count);
    const float largest = std::max(-ends.lowest, ends.highest);
    const bool zero = largest < kTiny;
    roundScaled(values, zero ? 0.0F : 127.0F / largest, count, out);
    return zero ? 0.0F : largest / 127.0F;
}

std::uint16_t quantizeBlock4(const float* values, std::int8_t* levels) {
    const std::uint16_t scale = scale4(extremes(values, kBlock));
    roundScaled(values, scale == 0 ? 0.0F : 1.0F / widen(scale), kBlock, levels);
    std::transform(levels, levels + kBlock, levels,
                   [](std::int8_t level) { return std::clamp(level, std::int8_t{-8}, std::int8_t{7}); });
    return scale;
}

void packPanels(const LinearWeights& source, WeightFormat format, std::size_t first, std::size_t last,
                std::byte* packed) {
    const std::size_t padded = paddedInputs(source.inputs);
    std::vector<float> values(padded);
    for (std::size_t panel = first; panel < last; ++panel) {
        std::byte* to = packed + panel * panelBytes(format, source.inputs);
        for (std::size_t row = 0; row < kPanelRows; ++row) {
            const std::size_t n = panel * kPanelRows + row;
            values.assign(padded, 0.0F);
            if (n < source.outputs) {
                readPlainRow(source, n, values.data());
            }
            (format == WeightFormat::Int8 ? packRow8 : packRow4)(values, row, to);
        }
    }
}

void unpackRow(const LinearWeights& weights, std::size_t row, float* out) {
    if (!isPacked(weights.format)) {
        readPlainRow(weights, row, out);
        return;
    }
    const std::size_t inPanel = row % kPanelRows;
    const auto* panel = static_cast<const std::byte*>(weights.data) + rowOffset(weights, row - inPanel);
    (weights.format == WeightFormat::Int8 ? unpackRow8 : unpackRow4)(panel, inPanel, weights.inputs, out);
}

} // namespace parley::kernels
