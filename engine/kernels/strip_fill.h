// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "kernels/linear_weights.h"
#include "kernels/strip_matrix.h"

#include <cstddef>
#include <cstdint>

namespace parley::kernels {

/// The inputs [begin, end); both are multiples of kInputsStep, or the end is the last input.
struct InputRange {
    std::size_t begin = 0;
    std::size_t end = 0;
};

// Weights in any format as multiplyStrip() and multiplyPairs() read them, one strip of 32 outputs and some inputs at a
// time. Columns that the matrix doesn't have are left as they are. From Int8 and Int4, inputs are written up to the
// next multiple of kInputsStep. Any thread.

/// out [end − begin, 32].
void fillStrip(const LinearWeights& weights, std::size_t strip, InputRange inputs, float* out);

/// out [(end − begin + 1) / 2, 32]: inputs 2i and 2i + 1 as bfloat16 in a pair, an odd last one with a zero. Not from
/// Float32.
void fillStripPairs(const LinearWeights& weights, std::size_t strip, InputRange inputs, std::uint32_t* out);

} // namespace parley::kernels
