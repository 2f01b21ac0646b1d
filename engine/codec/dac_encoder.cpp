// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "codec/dac_encoder.h"

#include "backend/stop.h"

#include <ATen/core/Tensor.h>

namespace parley::codec {

DacEncoder::DacEncoder(const checkpoint::DacConfig& config, CodecWeights& weights)
    : m_conv1(weights, "encoder.conv1", 1, 3), m_snake1(weights, "encoder.snake1"),
      m_conv2(weights, "encoder.conv2", 1, 1) {
    for (std::size_t i = 0; i < config.encoderRates.size(); ++i) {
        const std::string at = "encoder.block." + std::to_string(i) + ".";
        const std::int64_t stride = config.encoderRates[i];
        m_blocks.push_back({residualUnits(weights, at), Snake(weights, at + "snake1"),
                            Conv1d(weights, at + "conv1", stride, (stride + 1) / 2)});
    }
}

at::Tensor DacEncoder::operator()(at::Tensor x, const std::stop_token& stop) const {
    x = m_conv1(x);
    for (const Block& block : m_blocks) {
        for (const ResidualUnit& unit : block.units) {
            x = unit(x, stop);
        }
        backend::throwIfStopped(stop);
        x = block.conv1(block.snake1(x));
    }
    return m_conv2(m_snake1(x));
}

} // namespace parley::codec
