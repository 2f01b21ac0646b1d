// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "checkpoint/dac_layout.h"

#include <array>
#include <cstdint>
#include <vector>

namespace parley::codec {

/// Dilations of a block's three residual units, whose first convolution has 7 taps.
inline constexpr std::int64_t kUnitTaps = 7;
inline constexpr std::array<std::int64_t, 3> kUnitDilations = {1, 3, 9};
/// Moments to either side that a block's units see.
inline constexpr std::int64_t kUnitsReach = std::int64_t{3} * (1 + 3 + 9);

/// What the decoder's results depend on.
struct DecoderReach {
    std::vector<std::int64_t> blocks; ///< moments to either side of what goes into each block
    std::int64_t frames = 0;          ///< to either side of a frame
};
[[nodiscard]] DecoderReach decoderReach(const checkpoint::DacConfig& config);

/// Frames of sound to either side that a latent frame of the encoder depends on.
[[nodiscard]] std::int64_t encoderReachFrames(const checkpoint::DacConfig& config);

} // namespace parley::codec
