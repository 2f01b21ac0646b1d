// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "checkpoint/dac_layout.h"
#include "codec/layers.h"

#include <stop_token>
#include <vector>

namespace parley::codec {

/// Sound to latent frames.
class DacEncoder {
public:
    DacEncoder(const checkpoint::DacConfig& config, CodecWeights& weights);

    /// x [1, 1, hop · frames] → [1, latent, frames].
    [[nodiscard]] at::Tensor operator()(at::Tensor x, const std::stop_token& stop) const;

private:
    struct Block {
        std::vector<ResidualUnit> units;
        Snake snake1;
        Conv1d conv1;
    };
    Conv1d m_conv1;
    std::vector<Block> m_blocks;
    Snake m_snake1;
    Conv1d m_conv2;
};

} // namespace parley::codec
