// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>

namespace parley::kernels {

/// How the weights of a linear layer lie in memory.
/// Float32, Bfloat16: plain [outputs, inputs], row-major.
/// Int8, Int4: in panels of 16 rows, as packPanels() makes them. Both are the same for every instruction set.
enum class WeightFormat { Float32, Bfloat16, Int8, Int4 };

[[nodiscard]] constexpr bool isPacked(WeightFormat format) noexcept {
    return format == WeightFormat::Int8 || format == WeightFormat::Int4;
}

/// Rows of W that are packed, and computed, together.
inline constexpr std::size_t kPanelRows = 16;

/// Values along `inputs` that share a scale: activations always, weights in Int4.
inline constexpr std::size_t kBlock = 32;

/// `inputs` of packed weights and quantised activations are filled up with zeros to a multiple of this.
inline constexpr std::size_t kInputsStep = 2 * kBlock;

/// Address and sizes of one matrix W [outputs, inputs]; owns nothing. Packed data is aligned to 64 bytes.
struct LinearWeights {
    WeightFormat format = WeightFormat::Float32;
    std::size_t outputs = 0;
    std::size_t inputs = 0;
    const void* data = nullptr;
};

[[nodiscard]] constexpr std::size_t paddedInputs(std::size_t inputs) noexcept {
    return (inputs + kInputsStep - 1) / kInputsStep * kInputsStep;
}

[[nodiscard]] constexpr std::size_t panelCount(std::size_t outputs) noexcept {
    return (outputs + kPanelRows - 1) / kPanelRows;
}

/// Bytes of one panel. Int8: 16 float scales, one a row, then for every 4 inputs 4 int8 of each row.
/// Int4: for every 64 inputs, 2 × 16 bfloat16 scales (one a block and row), then for both blocks 4 times 4 bytes of
/// each row; the c-th of them hold inputs 4c … 4c + 3 in their lower, 16 + 4c … 16 + 4c + 3 in their upper halves,
/// plus 8.
[[nodiscard]] constexpr std::size_t panelBytes(WeightFormat format, std::size_t inputs) noexcept {
    const std::size_t values = kPanelRows * paddedInputs(inputs);
    return format == WeightFormat::Int8 ? kPanelRows * sizeof(float) + values
                                        : values / 2 + values / kBlock * sizeof(std::uint16_t);
}

/// Bytes of a whole packed matrix.
[[nodiscard]] constexpr std::size_t packedBytes(WeightFormat format, std::size_t outputs, std::size_t inputs) noexcept {
    return panelCount(outputs) * panelBytes(format, inputs);
}

/// Bytes from row `row` to the beginning of `data`; the row has to begin a panel if the weights are packed.
[[nodiscard]] constexpr std::size_t rowOffset(const LinearWeights& weights, std::size_t row) noexcept {
    if (isPacked(weights.format)) {
        return row / kPanelRows * panelBytes(weights.format, weights.inputs);
    }
    const std::size_t width = weights.format == WeightFormat::Float32 ? sizeof(float) : sizeof(std::uint16_t);
    return row * weights.inputs * width;
}

/// The rows [first, first + count) as a matrix of their own; packed weights can only be cut between panels.
[[nodiscard]] inline LinearWeights sliceRows(const LinearWeights& weights, std::size_t first,
                                             std::size_t count) noexcept {
    return {.format = weights.format,
            .outputs = count,
            .inputs = weights.inputs,
            .data = static_cast<const std::byte*>(weights.data) + rowOffset(weights, first)};
}

} // namespace parley::kernels
