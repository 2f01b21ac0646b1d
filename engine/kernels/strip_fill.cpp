// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "kernels/strip_fill.h"

#include "kernels/strip_transpose.h"
#include "kernels/strip_unpack.h"

#include <hwy/highway.h>

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
        transposeFloats({static_cast<const float*>(weights.data) + first, weights.inputs}, columns, count, out);
    } else {
        transposeHalves({static_cast<const std::uint16_t*>(weights.data) + first, weights.inputs}, columns, count, out);
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
    transposePairs({from, weights.inputs}, columns, count, out);
}

} // namespace parley::kernels
