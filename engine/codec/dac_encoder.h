// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "checkpoint/dac_layout.h"
#include "codec/residual_unit.h"

#include <vector>

namespace parley::codec {

/// Sound to latent frames.
class DacEncoder {
public:
    DacEncoder(const checkpoint::DacConfig& config, CodecWeights& weights);

    /// x [hop · frames, 1] → [frames, latent].
    [[nodiscard]] at::Tensor operator()(at::Tensor x, const Work& work) const;

    /// Frames of sound to either side that a latent frame depends on.
    [[nodiscard]] std::int64_t reachFrames() const noexcept { return m_reachFrames; }

private:
    struct Block {
        ResidualUnits units;
        Snake snake1;
        Convolution conv1;
    };
    Convolution m_conv1;
    std::vector<Block> m_blocks;
    Snake m_snake1;
    Convolution m_conv2;
    std::int64_t m_reachFrames;
};

} // namespace parley::codec
