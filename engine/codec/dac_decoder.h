// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "checkpoint/dac_layout.h"
#include "codec/layers.h"

#include <stop_token>
#include <vector>

namespace parley::codec {

/// Latent frames to sound.
class DacDecoder {
public:
    DacDecoder(const checkpoint::DacConfig& config, CodecWeights& weights);

    /// x [1, latent, frames] → [1, 1, hop · frames], in [-1, 1].
    [[nodiscard]] at::Tensor operator()(at::Tensor x, const std::stop_token& stop) const;

private:
    struct Block {
        Snake snake1;
        ConvTranspose1d conv_t1;
        std::vector<ResidualUnit> units;
    };
    Conv1d m_conv1;
    std::vector<Block> m_blocks;
    Snake m_snake1;
    Conv1d m_conv2;
};

} // namespace parley::codec
