// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>

namespace parley::kernels {

/// Most rows of x for which skinnyLinear() is meant: beyond, a blocked matrix product is faster.
inline constexpr std::size_t kMaxSkinnyRows = 32;

/// Sizes of y[rows, outputs] = x[rows, inputs] · Wᵀ, W [outputs, inputs]; everything is row-major and contiguous.
struct LinearShape {
    std::size_t rows = 0;
    std::size_t outputs = 0;
    std::size_t inputs = 0;
};

/// Computes the columns [begin, end) of y, reading each row of W once for all rows of x: with few rows, the time is
/// that of streaming W from memory. Accumulates in float32. The order of the sums depends on the shape's `inputs`
/// alone, so a result doesn't depend on how many rows are computed together, which row it is, or how [begin, end)
/// splits the work. Any thread; picks the best instruction set of the machine at run time.
void skinnyLinear(const LinearShape& shape, const float* x, const float* w, float* y, std::size_t begin,
                  std::size_t end);

/// The same for bfloat16 weights (the upper halves of float32 values).
void skinnyLinear(const LinearShape& shape, const float* x, const std::uint16_t* w, float* y, std::size_t begin,
                  std::size_t end);

} // namespace parley::kernels
