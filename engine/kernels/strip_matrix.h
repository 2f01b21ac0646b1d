// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <vector>

namespace parley::kernels {

/// Outputs whose weights lie together.
inline constexpr std::size_t kStrip = 32;

inline constexpr std::array<float, kStrip> kNoBias = {};

/// The weights and the bias of one strip.
struct Strip {
    const float* weights = nullptr;     ///< [inputs, 32]
    std::size_t columns = kStrip;       ///< that the matrix has; the others are not looked at
    const float* bias = kNoBias.data(); ///< [32]
};

/// W [inputs, outputs] in strips, [outputs / 32, inputs, 32], and a bias [outputs]; the last strip is filled up with
/// zeros. The same for every instruction set; read from front to back by multiplyStrip().
struct StripMatrix {
    std::size_t inputs = 0;
    std::size_t outputs = 0;
    std::vector<float> data{};
    std::vector<float> bias{}; ///< zeros at first

    StripMatrix() = default;
    StripMatrix(std::size_t inputCount, std::size_t outputCount)
        : inputs(inputCount), outputs(outputCount), data(strips() * inputCount * kStrip), bias(strips() * kStrip) {}

    [[nodiscard]] std::size_t strips() const noexcept { return (outputs + kStrip - 1) / kStrip; }
    [[nodiscard]] Strip strip(std::size_t index) const noexcept {
        const std::size_t first = index * kStrip;
        return {data.data() + first * inputs, std::min(kStrip, outputs - first), bias.data() + first};
    }
    [[nodiscard]] float& at(std::size_t input, std::size_t output) noexcept {
        return data[(output / kStrip * inputs + input) * kStrip + output % kStrip];
    }
};

} // namespace parley::kernels
