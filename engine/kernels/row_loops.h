// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>

namespace parley::kernels {

// The vectorised loops over one row. Any thread; each picks the best instruction set of the machine at run time.

/// out = x / √(mean of x² + eps) · weight.
void normalize(const float* x, const float* weight, float eps, std::size_t count, float* out);

/// Where the first block of a quantised row goes; the next ones `stride` blocks further on each.
struct QuantizedRow {
    std::int8_t* values = nullptr;
    float* scales = nullptr;
    std::int32_t* shift8 = nullptr;   ///< −8 × the sum of the block's values
    std::int32_t* shift128 = nullptr; ///< −128 × that
    std::size_t stride = 1;
};

/// Quantises `blocks` times kBlock values: scale = the block's largest magnitude / 127, value = the nearest whole
/// number to x / scale, ties to even. A scale is NaN or infinite if one of the block's x is. Same on every machine.
void quantizeBlocks(const float* x, std::size_t blocks, const QuantizedRow& out);

struct Extremes {
    float lowest = 0;
    float highest = 0;
};

/// Of finite values; count is a multiple of kBlock.
[[nodiscard]] Extremes extremes(const float* x, std::size_t count);

/// out = the nearest whole numbers to x · factor, ties to even, within ±127; count is a multiple of kBlock.
void roundScaled(const float* x, float factor, std::size_t count, std::int8_t* out);

/// out = silu(gate) · up, for a multiple of 16 values; each depends on its own two alone.
void gateRows(const float* gate, const float* up, std::size_t count, float* out);

} // namespace parley::kernels
