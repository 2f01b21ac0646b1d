// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "codec/reach.h"

#include "codec/rounding.h"

namespace parley::codec {

namespace {

/// Half of the 7 taps of the first and the last convolution.
constexpr std::int64_t kEdge = 3;

} // namespace

DecoderReach decoderReach(const checkpoint::DacConfig& config) {
    DecoderReach reach{.blocks = std::vector<std::int64_t>(config.decoderRates.size())};
    std::int64_t moments = kEdge;
    for (std::size_t i = config.decoderRates.size(); i-- > 0;) {
        // A moment is made of two frames, so one more than the division says.
        moments = divideUp(moments + kUnitsReach, config.decoderRates[i]) + 1;
        reach.blocks[i] = moments;
    }
    reach.frames = moments + kEdge;
    return reach;
}

std::int64_t encoderReachFrames(const checkpoint::DacConfig& config) {
    std::int64_t moments = 1; // half of the last convolution's 3 taps
    for (auto rate = config.encoderRates.rbegin(); rate != config.encoderRates.rend(); ++rate) {
        moments = (moments + 1) * *rate + kUnitsReach;
    }
    return divideUp(moments + kEdge, config.hop());
}

} // namespace parley::codec
