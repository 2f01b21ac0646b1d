// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "codec/dac_model.h"

#include "backend/host_values.h"
#include "codec/sound_windows.h"

#include <ATen/core/Tensor.h>

#include <algorithm>

namespace parley::codec {

namespace {

/// Frames encoded at a time.
constexpr std::int64_t kEncodeFrames = 128;

} // namespace

DacModel::DacModel(const checkpoint::DacFiles& files, const std::stop_token& stop, const backend::BytesRead& bytesRead)
    : DacModel(files.plan.config, CodecWeights(files, stop, bytesRead)) {}

DacModel::DacModel(const checkpoint::DacConfig& config, CodecWeights weights)
    : m_config(config), m_encoder(config, weights), m_quantizer(config, weights), m_decoder(config, weights) {}

std::vector<std::int64_t> DacModel::encode(std::span<const float> samples, const std::stop_token& stop) const {
    const SoundWindows windows{m_config.hop(), m_encoder.reachFrames(), kEncodeFrames};
    return encodeInWindows(samples, windows, [&](const at::Tensor& sound, FramesWanted wanted) {
        const at::Tensor latents = m_encoder(sound.unsqueeze(1), {stop, m_scratch});
        return m_quantizer.encode(latents.narrow(0, wanted.begin, wanted.count));
    });
}

std::vector<float> DacModel::decode(std::span<const std::int64_t> codes, std::int64_t begin, std::int64_t end,
                                    const std::stop_token& stop) const {
    const auto frames = static_cast<std::int64_t>(codes.size()) / m_config.codebooks;
    const std::int64_t from = std::max<std::int64_t>(begin - contextFrames(), 0);
    const std::int64_t to = std::min(end + contextFrames(), frames);
    const at::Tensor latents = m_quantizer.decode(framesOf(codes, m_config.codebooks, from, to));
    return backend::floatsOf(m_decoder(latents, {begin - from, to - end}, {stop, m_scratch}));
}

} // namespace parley::codec
