// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "kernels/fast_conv7.h"

namespace parley::kernels::points {

// The three matrices of F(4, 7), from the points themselves; the last point is infinity. Row p of Bᵀ are the
// coefficients of the polynomial that is 0 at all finite points but the p-th. All of Aᵀ and Bᵀ are exact in float32.

inline constexpr std::size_t kFinite = kConvPoints - 1;
inline constexpr std::array<double, kFinite> kPoints = {0, 1, -1, 2, -2, 0.5, -0.5, -0.25, 4};

using Polynomial = std::array<double, kConvPoints>; ///< coefficients, the constant first

/// Π (x − point) over all finite points but `without`; kFinite: over all.
constexpr Polynomial product(std::size_t without) {
    Polynomial sum{1};
    for (std::size_t q = 0; q < kFinite; ++q) {
        for (std::size_t k = q == without ? 0 : kConvPoints; k-- > 0;) {
            sum[k] = (k > 0 ? sum[k - 1] : 0) - kPoints[q] * sum[k];
        }
    }
    return sum;
}

constexpr double power(std::size_t point, std::size_t exponent, std::size_t highest) {
    if (point == kFinite) {
        return exponent == highest ? 1 : 0;
    }
    double result = 1;
    for (std::size_t i = 0; i < exponent; ++i) {
        result *= kPoints[point];
    }
    return result;
}

constexpr double inputWeight(std::size_t point, std::size_t input) {
    return product(point)[input];
}

constexpr double outputWeight(std::size_t point, std::size_t output) {
    return power(point, output, kConvTile - 1);
}

/// G: what tap k of the weights counts at a point.
constexpr double tapWeight(std::size_t point, std::size_t tap) {
    double divisor = 1;
    for (std::size_t q = 0; point < kFinite && q < kFinite; ++q) {
        divisor *= q == point ? 1 : kPoints[point] - kPoints[q];
    }
    return power(point, tap, kConvTaps - 1) / divisor;
}

} // namespace parley::kernels::points
