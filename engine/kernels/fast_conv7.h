// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "kernels/strip_matrix.h"

#include <array>
#include <cstddef>
#include <span>

namespace parley::kernels {

// A convolution of 7 taps with 10 products for 4 outputs instead of 28: the Toom-Cook or Winograd algorithm F(4, 7)
// (https://arxiv.org/abs/1509.09308). Inputs, weights and results are taken as polynomials and multiplied by their
// values at 10 points:
//
//   y[4] = Aᵀ · ((G · w[7]) ∘ (Bᵀ · x[10])),   each ∘ a matrix product over all channels
//
// The points 0, ±1, ±2, ±1/2, −1/4, 4 and ∞ keep what rounding adds near 6e-6 of a result's size (root mean square).

inline constexpr std::size_t kConvTaps = 7;
inline constexpr std::size_t kConvTile = 4;    ///< outputs that are computed together
inline constexpr std::size_t kConvPoints = 10; ///< inputs that they see, and products that they cost

/// W at every point: one matrix [inputs, outputs] each.
using ConvPoints = std::array<StripMatrix, kConvPoints>;

[[nodiscard]] ConvPoints emptyPoints(std::size_t inputs, std::size_t outputs);

/// Fills in the outputs [begin, end) from weight [outputs, inputs, 7], row-major. Any thread, several at once for
/// different outputs.
void evaluateWeights(std::span<const float> weight, std::size_t begin, std::size_t end, ConvPoints& matrices);

/// Channels beside each other at regularly spaced moments: moment i at data + i · step.
struct Moments {
    const float* data = nullptr;
    std::size_t step = 0;
};

/// Bᵀ · x for one tile: x has 10 moments of `channels` values; point p goes to out + p · pointStep. Any thread.
void evaluateInputs(const Moments& x, std::size_t channels, float* out, std::size_t pointStep);

/// y[i] = bias + Aᵀ · products for one tile: point p at products.data + p · products.step, moment i to y + i · step;
/// `channels` values each. Any thread.
void interpolate(const Moments& products, const float* bias, std::size_t channels, float* y, std::size_t step);

} // namespace parley::kernels
