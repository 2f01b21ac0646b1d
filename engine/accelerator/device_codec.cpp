// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "accelerator/device_codec.h"

#include "backend/host_values.h"
#include "codec/reach.h"
#include "codec/sound_windows.h"
#include "files/stop.h"

#include <ATen/core/Tensor.h>

#include <algorithm>

namespace parley::accelerator {

namespace {

/// Frames encoded at a time where the device takes any number.
constexpr std::int64_t kEncodeFrames = 128;

std::int64_t encodeFrames(const checkpoint::DacConfig& config, const backend::CodecWindows& windows) {
    return windows.most == 0 ? kEncodeFrames : windows.most - 2 * codec::encoderReachFrames(config);
}

} // namespace

DeviceCodec::DeviceCodec(const checkpoint::DacConfig& config, codec::CodecWeights weights,
                         const backend::CodecWindows& windows, at::Device device)
    : m_config(config), m_windows(windows), m_device(device), m_context(codec::decoderReach(config).frames),
      m_encodeFrames(encodeFrames(config, windows)), m_quantizer(config, weights, device),
      m_encoderConv1(weights, "encoder.conv1", {.padding = 3}, device),
      m_encoderSnake1(weights, "encoder.snake1", device),
      m_encoderConv2(weights, "encoder.conv2", {.padding = 1}, device),
      m_decoderConv1(weights, "decoder.conv1", {.padding = 3}, device),
      m_decoderSnake1(weights, "decoder.snake1", device),
      m_decoderConv2(weights, "decoder.conv2", {.padding = 3}, device) {
    for (std::size_t i = 0; i < config.encoderRates.size(); ++i) {
        const std::string at = "encoder.block." + std::to_string(i) + ".";
        const std::int64_t stride = config.encoderRates[i];
        m_encoderBlocks.push_back(
            {DeviceResidualUnits(weights, at, device), DeviceSnake(weights, at + "snake1", device),
             DeviceConvolution(weights, at + "conv1", {.stride = stride, .padding = (stride + 1) / 2}, device)});
    }
    for (std::size_t i = 0; i < config.decoderRates.size(); ++i) {
        const std::string at = "decoder.block." + std::to_string(i) + ".";
        m_decoderBlocks.push_back({DeviceSnake(weights, at + "snake1", device),
                                   DeviceUpsampling(weights, at + "conv_t1", config.decoderRates[i], device),
                                   DeviceResidualUnits(weights, at, device)});
    }
}

/// [1, 1, hop · T] → [T, latent].
at::Tensor DeviceCodec::latents(at::Tensor sound, const std::stop_token& stop) const {
    sound = m_encoderConv1(sound);
    for (const EncoderBlock& block : m_encoderBlocks) {
        files::throwIfStopped(stop);
        sound = block.conv1(block.snake1(block.units(sound)));
    }
    return m_encoderConv2(m_encoderSnake1(sound)).squeeze(0).t();
}

/// [T, latent] → [hop · T].
at::Tensor DeviceCodec::sound(const at::Tensor& latents, const std::stop_token& stop) const {
    at::Tensor x = m_decoderConv1(latents.t().unsqueeze(0));
    for (const DecoderBlock& block : m_decoderBlocks) {
        files::throwIfStopped(stop);
        x = block.units(block.conv_t1(block.snake1(x)));
    }
    return m_decoderConv2(m_decoderSnake1(x)).tanh().view({-1});
}

std::vector<std::int64_t> DeviceCodec::encode(std::span<const float> samples, const std::stop_token& stop) const {
    const codec::SoundWindows windows{m_config.hop(), codec::encoderReachFrames(m_config), m_encodeFrames};
    return codec::encodeInWindows(samples, windows, [&](const at::Tensor& sound, codec::FramesWanted wanted) {
        const at::Tensor all = latents(sound.view({1, 1, -1}).to(m_device), stop);
        return m_quantizer.encode(all.narrow(0, wanted.begin, wanted.count));
    });
}

std::vector<float> DeviceCodec::decode(std::span<const std::int64_t> codes, std::int64_t begin, std::int64_t end,
                                       const std::stop_token& stop) const {
    const auto frames = static_cast<std::int64_t>(codes.size()) / m_config.codebooks;
    const std::int64_t to = std::min(end + m_context, frames);
    // More context does no harm, and gives the last window the shape of the ones before it.
    const std::int64_t whole = m_windows.isFixedShape && begin > 0 ? m_windows.later + 2 * m_context : 0;
    const std::int64_t from = std::max<std::int64_t>(std::min(begin - m_context, to - whole), 0);
    const at::Tensor window = codec::framesOf(codes, m_config.codebooks, from, to).to(m_device);
    const std::int64_t hop = m_config.hop();
    const at::Tensor all = sound(m_quantizer.decode(window), stop);
    return backend::floatsOf(all.narrow(0, (begin - from) * hop, (end - begin) * hop));
}

} // namespace parley::accelerator
