// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "kernels/strip_matrix.h"

#include <cstddef>
#include <cstdint>

namespace parley::kernels {

/// A part of a plain matrix: its rows, `stride` values apart, are the columns of a strip.
template <typename Value>
struct PlainRows {
    const Value* data = nullptr;
    std::size_t stride = 0;
};

// What fillStrip() and fillStripPairs() do for plain weights: the first `count` values of each of `columns` rows, at
// most 32, to a strip's columns. Columns beyond are left as they are. Any thread.

/// out [count, 32].
void transposeFloats(const PlainRows<float>& rows, std::size_t columns, std::size_t count, float* out);

/// bfloat16 to out [count, 32].
void transposeHalves(const PlainRows<std::uint16_t>& rows, std::size_t columns, std::size_t count, float* out);

/// bfloat16 to out [(count + 1) / 2, 32]: two neighbours a pair, an odd last one with a zero.
void transposePairs(const PlainRows<std::uint16_t>& rows, std::size_t columns, std::size_t count, std::uint32_t* out);

} // namespace parley::kernels
