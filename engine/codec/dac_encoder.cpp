// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "codec/dac_encoder.h"

#include "codec/reach.h"

namespace parley::codec {

DacEncoder::DacEncoder(const checkpoint::DacConfig& config, CodecWeights& weights)
    : m_conv1(Convolution::load(weights, "encoder.conv1", {.channels = 1, .taps = 7, .padding = 3})),
      m_snake1(weights, "encoder.snake1"),
      m_conv2(
          Convolution::load(weights, "encoder.conv2",
                            {.channels = config.encoderHidden << config.encoderRates.size(), .taps = 3, .padding = 1})),
      m_reachFrames(encoderReachFrames(config)) {
    std::int64_t channels = config.encoderHidden;
    for (std::size_t i = 0; i < config.encoderRates.size(); ++i, channels *= 2) {
        const std::string at = "encoder.block." + std::to_string(i) + ".";
        const std::int64_t stride = config.encoderRates[i];
        m_blocks.push_back(
            {ResidualUnits(weights, at, channels, Precision::Exact), Snake(weights, at + "snake1"),
             Convolution::load(
                 weights, at + "conv1",
                 {.channels = channels, .taps = 2 * stride, .stride = stride, .padding = (stride + 1) / 2})});
    }
}

at::Tensor DacEncoder::operator()(at::Tensor x, const Work& work) const {
    x = m_conv1(x, nullptr, work);
    for (const Block& block : m_blocks) {
        x = block.conv1(block.units(x, work), &block.snake1, work);
    }
    return m_conv2(x, &m_snake1, work);
}

} // namespace parley::codec
