// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "checkpoint/dac_layout.h"
#include "codec/residual_unit.h"

#include <vector>

namespace parley::codec {

/// Frames that are there to give others their values, and aren't wanted themselves.
struct Context {
    std::int64_t before = 0;
    std::int64_t after = 0;
};

/// Latent frames to sound.
class DacDecoder {
public:
    DacDecoder(const checkpoint::DacConfig& config, CodecWeights& weights);

    /// x [frames, latent] → the sound of the frames between the context, [hop · frames, 1], in [-1, 1]. The context is
    /// computed as deep into the network as it is seen.
    [[nodiscard]] at::Tensor operator()(at::Tensor x, Context context, const Work& work) const;

    /// Frames to either side that a frame's sound depends on.
    [[nodiscard]] std::int64_t reachFrames() const noexcept { return m_reachFrames; }

private:
    struct Block {
        std::int64_t reach = 0; ///< moments to either side that the block's results, and what follows, depend on
        std::int64_t stride = 1;
        Snake snake1;
        Convolution conv_t1; ///< to stride · outputs: the moments of a frame beside each other
        ResidualUnits units;

        [[nodiscard]] at::Tensor operator()(const at::Tensor& x, const Work& work) const;
    };
    Convolution m_conv1;
    std::vector<Block> m_blocks;
    Snake m_snake1;
    Convolution m_conv2;
    std::int64_t m_reachFrames = 0;
};

} // namespace parley::codec
