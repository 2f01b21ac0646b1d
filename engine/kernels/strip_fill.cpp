// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "kernels/strip_fill.h"

#include "kernels/strip_unpack.h"

#include <algorithm>
#include <bit>
#include <cstring>

namespace parley::kernels {

namespace {

constexpr std::size_t kPanelsInStrip = kStrip / kPanelRows;

/// Packed weights come in whole blocks of inputs; those beyond the last are zeros.
InputRange wholeBlocks(InputRange inputs) {
    return {inputs.begin, (inputs.end + kInputsStep - 1) / kInputsStep * kInputsStep};
}

/// Calls work(panel, its first column in the strip) for the strip's panels.
template <typename Work>
void eachPanel(const LinearWeights& weights, std::size_t strip, const Work& work) {
    const std::size_t last = std::min((strip + 1) * kPanelsInStrip, panelCount(weights.outputs));
    for (std::size_t panel = strip * kPanelsInStrip; panel < last; ++panel) {
        work(static_cast<const std::byte*>(weights.data) + panel * panelBytes(weights.format, weights.inputs),
             panel % kPanelsInStrip * kPanelRows);
    }
}

/// Turns rows of `Unit`s into columns: 16 units of each row at a time, so that what is written stays in the first
/// cache.
template <typename Unit, typename Read>
void transpose(std::size_t columns, std::size_t count, const Read& read, Unit* out) {
    constexpr std::size_t kUnits = 16;
    for (std::size_t first = 0; first < count; first += kUnits) {
        const std::size_t end = std::min(first + kUnits, count);
        for (std::size_t column = 0; column < columns; ++column) {
            for (std::size_t k = first; k < end; ++k) {
                out[k * kStrip + column] = read(column, k);
            }
        }
    }
}

} // namespace

void fillStrip(const LinearWeights& weights, std::size_t strip, InputRange inputs, float* out) {
    if (isPacked(weights.format)) {
        eachPanel(weights, strip, [&](const std::byte* panel, std::size_t column) {
            unpackPanel(panel, weights.format, wholeBlocks(inputs), out + column);
        });
        return;
    }
    const std::size_t columns = std::min(kStrip, weights.outputs - strip * kStrip);
    const std::size_t first = strip * kStrip * weights.inputs + inputs.begin;
    const std::size_t count = inputs.end - inputs.begin;
    if (weights.format == WeightFormat::Float32) {
        const auto* from = static_cast<const float*>(weights.data) + first;
        const auto read = [&](std::size_t column, std::size_t k) { return from[column * weights.inputs + k]; };
        transpose(columns, count, read, out);
    } else {
        const auto* from = static_cast<const std::uint16_t*>(weights.data) + first;
        const auto read = [&](std::size_t column, std::size_t k) {
            return std::bit_cast<float>(std::uint32_t{from[column * weights.inputs + k]} << 16U);
        };
        transpose(columns, count, read, out);
    }
}

void fillStripPairs(const LinearWeights& weights, std::size_t strip, InputRange inputs, std::uint32_t* out) {
    if (isPacked(weights.format)) {
        eachPanel(weights, strip, [&](const std::byte* panel, std::size_t column) {
            unpackPanelPairs(panel, weights.format, wholeBlocks(inputs), out + column);
        });
        return;
    }
    const std::size_t columns = std::min(kStrip, weights.outputs - strip * kStrip);
    const std::size_t count = inputs.end - inputs.begin;
    const auto* from = static_cast<const std::uint16_t*>(weights.data) + strip * kStrip * weights.inputs + inputs.begin;
    const auto readPair = [&](std::size_t column, std::size_t pair) {
        std::uint32_t both = 0;
        std::memcpy(&both, from + column * weights.inputs + 2 * pair, sizeof both);
        return both;
    };
    transpose(columns, count / 2, readPair, out);
    if (count % 2 == 1) {
        const auto readLast = [&](std::size_t column, std::size_t /*pair*/) {
            return std::uint32_t{from[column * weights.inputs + count - 1]};
        };
        transpose(columns, 1, readLast, out + count / 2 * kStrip);
    }
}

} // namespace parley::kernels
