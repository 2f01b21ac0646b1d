// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "kernels/strip_matrix.h"

#include <cstddef>

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

/// y = x · W + bias, or y += that, for the columns of one strip: [32 · strip, 32 · strip + 32), as far as W has them.
/// y begins at the strip's first column. x.taps · x.width = W.inputs. Any thread.
/// A sum is taken in the order of the inputs, whatever the rows that are computed along.
void multiplyStrip(const TappedRows& x, const StripMatrix& w, std::size_t strip, const ProductRows& y,
                   Put put = Put::Set);

} // namespace parley::kernels
