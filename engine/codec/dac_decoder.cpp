// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "codec/dac_decoder.h"

#include "backend/parallel.h"
#include "backend/stop.h"

#include <ATen/core/Tensor.h>

namespace parley::codec {

namespace {

constexpr std::int64_t kSamplesPerTask = 1 << 14;

} // namespace

DacDecoder::DacDecoder(const checkpoint::DacConfig& config, CodecWeights& weights)
    : m_conv1(weights, "decoder.conv1", 1, 3), m_snake1(weights, "decoder.snake1"),
      m_conv2(weights, "decoder.conv2", 1, 3) {
    for (std::size_t i = 0; i < config.decoderRates.size(); ++i) {
        const std::string at = "decoder.block." + std::to_string(i) + ".";
        m_blocks.push_back({Snake(weights, at + "snake1"),
                            ConvTranspose1d(weights, at + "conv_t1", config.decoderRates[i]),
                            residualUnits(weights, at)});
    }
}

at::Tensor DacDecoder::operator()(at::Tensor x, const std::stop_token& stop) const {
    x = m_conv1(x);
    for (const Block& block : m_blocks) {
        backend::throwIfStopped(stop);
        x = block.conv_t1(block.snake1(x));
        for (const ResidualUnit& unit : block.units) {
            x = unit(x, stop);
        }
    }
    const at::Tensor sound = m_conv2(m_snake1(x));
    backend::inPieces(sound.size(2), kSamplesPerTask,
                      [&](std::int64_t begin, std::int64_t end) { sound.narrow(2, begin, end - begin).tanh_(); });
    return sound;
}

} // namespace parley::codec
