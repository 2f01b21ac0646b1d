// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "codec/dac_model.h"

#include "codec/rounding.h"

#include <ATen/core/Tensor.h>
#include <ATen/ops/empty.h>
#include <ATen/ops/zeros.h>

#include <algorithm>

namespace parley::codec {

namespace {

/// Frames encoded at a time: bounds the memory of the first layers, whose rows are as long as the sound.
constexpr std::int64_t kEncodeFrames = 128;

} // namespace

DacModel::DacModel(const checkpoint::DacFiles& files, const std::stop_token& stop, const backend::BytesRead& bytesRead)
    : DacModel(files.plan.config, CodecWeights(files, stop, bytesRead)) {}

DacModel::DacModel(const checkpoint::DacConfig& config, CodecWeights weights)
    : m_config(config), m_encoder(config, weights), m_quantizer(config, weights), m_decoder(config, weights) {}

std::vector<std::int64_t> DacModel::encode(std::span<const float> samples, const std::stop_token& stop) const {
    const std::int64_t hop = m_config.hop();
    const auto length = static_cast<std::int64_t>(samples.size());
    const std::int64_t frames = divideUp(length, hop);
    std::vector<std::int64_t> codes;
    codes.reserve(static_cast<std::size_t>(frames * m_config.codebooks));
    for (std::int64_t begin = 0; begin < frames; begin += kEncodeFrames) {
        const std::int64_t end = std::min(begin + kEncodeFrames, frames);
        const std::int64_t from = std::max<std::int64_t>(begin - m_encoder.reachFrames(), 0);
        const std::int64_t to = std::min(end + m_encoder.reachFrames(), frames);
        const at::Tensor sound = at::zeros({(to - from) * hop, 1});
        const std::int64_t count = std::min(to * hop, length) - from * hop;
        std::copy_n(samples.data() + from * hop, count, sound.mutable_data_ptr<float>());
        const at::Tensor latents = m_encoder(sound, {stop, m_scratch}).narrow(0, begin - from, end - begin);
        const at::Tensor window = m_quantizer.encode(latents).contiguous(); // [frames of the window, codebooks]
        const auto* values = window.const_data_ptr<std::int64_t>();
        codes.insert(codes.end(), values, values + window.numel());
    }
    return codes;
}

std::vector<float> DacModel::decode(std::span<const std::int64_t> codes, std::int64_t begin, std::int64_t end,
                                    const std::stop_token& stop) const {
    const auto frames = static_cast<std::int64_t>(codes.size()) / m_config.codebooks;
    const std::int64_t from = std::max<std::int64_t>(begin - contextFrames(), 0);
    const std::int64_t to = std::min(end + contextFrames(), frames);
    at::Tensor window = at::empty({to - from, m_config.codebooks}, at::kLong);
    std::copy_n(codes.data() + from * m_config.codebooks, window.numel(), window.mutable_data_ptr<std::int64_t>());
    const at::Tensor sound = m_decoder(m_quantizer.decode(window), {begin - from, to - end}, {stop, m_scratch});
    const auto* values = sound.const_data_ptr<float>();
    return {values, values + sound.numel()};
}

} // namespace parley::codec
