// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "kernels/ahead.h"
#include "kernels/strip_matrix.h"

#include <cstddef>
#include <cstdint>

namespace parley::kernels {

/// The rows of a product's left side, as they lie in memory: row r is the `taps` pieces of `width` values each from
/// data + r · stride + tap · tapStride. Rows may overlap, so that a convolution needs no copy of its input.
struct TappedRows {
    const float* data = nullptr;
    std::size_t rows = 0;
    std::size_t stride = 0;
    std::size_t width = 0;
    std::size_t taps = 1;
    std::size_t tapStride = 0;
};

/// Where the results go: column n of row r to data[r · stride + n].
struct ProductRows {
    float* data = nullptr;
    std::size_t stride = 0;
};

enum class Put { Set, Add };

/// y [rows, strip.columns] = x · strip + bias, or y += that. x.taps · x.width are the strip's inputs. Any thread.
/// A sum is taken in the order of the inputs, whatever the rows that are computed along.
void multiplyStrip(const TappedRows& x, const Strip& strip, const ProductRows& y, Put put = Put::Set);

/// Whether this machine has a product of bfloat16 pairs, about twice as fast as that of float32. Any thread.
[[nodiscard]] bool multipliesBfloat16();

/// Two values of bfloat16 each, the first in the lower half.
struct PairRows {
    const std::uint32_t* data = nullptr; ///< [rows, width]
    std::size_t rows = 0;
    std::size_t width = 0;
};

/// The same for rows and weights [width, 32] of pairs, without a bias; only where multipliesBfloat16(). Meanwhile
/// `next` is fetched, all of it where there are rows enough.
void multiplyPairs(const PairRows& x, const std::uint32_t* weights, std::size_t columns, const ProductRows& y, Put put,
                   ReadNext next = {});

} // namespace parley::kernels
