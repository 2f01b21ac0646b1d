// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "kernels/linear_weights.h"

#include <cstddef>
#include <cstdint>

namespace parley::kernels {

/// Packs the panels [first, last) of `source` (Float32 or Bfloat16, finite) as `format` (Int8 or Int4) into `packed`,
/// the memory of the whole matrix: packedBytes(), aligned to 64 bytes. The same on every machine; panels don't depend
/// on each other, so threads may share them out. Int8: a row's scale is its largest magnitude / 127, so a weight is off
/// by at most half a scale. Int4: a block of 32 inputs has 16 levels, scale × −8 … 7, and a bfloat16 scale that makes
/// the value furthest from zero level −8; or, where a value of the other sign would be cut by more than half a level,
/// ±7 its ends. With the scale's own rounding (2⁻⁸) a weight is off by at most 0.54 scales.
void packPanels(const LinearWeights& source, WeightFormat format, std::size_t first, std::size_t last,
                std::byte* packed);

/// A row of `count` values, a multiple of kBlock, as packPanels() makes it of them: whole numbers within ±127; returns
/// their scale.
float quantizeRow8(const float* values, std::size_t count, std::int8_t* out);

/// A block of kBlock values, the same: levels from −8 to 7; returns their scale, a bfloat16.
std::uint16_t quantizeBlock4(const float* values, std::int8_t* levels);

/// What row `row` of weights in any format stands for; out [inputs].
void unpackRow(const LinearWeights& weights, std::size_t row, float* out);

} // namespace parley::kernels
