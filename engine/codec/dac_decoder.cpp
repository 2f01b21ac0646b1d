// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "codec/dac_decoder.h"

#include "backend/parallel.h"
#include "codec/reach.h"

#include <ATen/core/Tensor.h>

#include <algorithm>
#include <cmath>

namespace parley::codec {

namespace {

constexpr std::int64_t kSamplesPerTask = 1 << 12;

/// When weights are rearranged.
constexpr std::int64_t kInputsPerTask = 16;

/// Half of the 7 taps of the first and the last convolution.
constexpr std::int64_t kEdge = 3;

/// The transposed convolution `name` [channels, outputs, 2 · stride] as one over pairs of frames: result t, with the
/// moments from stride · t − padding on, is made of frame t by the kernel's first half and of the one before by the
/// second.
Convolution loadTransposed(CodecWeights& weights, const std::string& name, std::int64_t channels, std::int64_t stride) {
    const std::span<const float> weight = weights.values(name + ".weight");
    const std::span<const float> bias = weights.values(name + ".bias");
    const auto inputs = static_cast<std::size_t>(channels);
    const auto moments = static_cast<std::size_t>(stride);
    const std::size_t outputs = bias.size();
    kernels::StripMatrix matrix(2 * inputs, moments * outputs);
    for (std::size_t moment = 0; moment < moments; ++moment) {
        std::copy(bias.begin(), bias.end(), matrix.bias.begin() + static_cast<std::ptrdiff_t>(moment * outputs));
    }
    backend::inPieces(channels, kInputsPerTask, [&](std::int64_t begin, std::int64_t end) {
        for (auto input = static_cast<std::size_t>(begin); input < static_cast<std::size_t>(end); ++input) {
            for (std::size_t output = 0; output < outputs; ++output) {
                const float* kernel = weight.data() + (input * outputs + output) * 2 * moments;
                for (std::size_t moment = 0; moment < moments; ++moment) {
                    matrix.at(input, moment * outputs + output) = kernel[moments + moment];
                    matrix.at(inputs + input, moment * outputs + output) = kernel[moment];
                }
            }
        }
    });
    return {{.channels = channels, .taps = 2, .padding = 1}, std::move(matrix)};
}

} // namespace

DacDecoder::DacDecoder(const checkpoint::DacConfig& config, CodecWeights& weights)
    : m_conv1(Convolution::load(weights, "decoder.conv1", {.channels = config.latent, .taps = 7, .padding = kEdge})),
      m_snake1(weights, "decoder.snake1"),
      m_conv2(Convolution::load(
          weights, "decoder.conv2",
          {.channels = config.decoderHidden >> config.decoderRates.size(), .taps = 7, .padding = kEdge})) {
    const DecoderReach reach = decoderReach(config);
    m_reachFrames = reach.frames;
    std::int64_t channels = config.decoderHidden;
    for (std::size_t i = 0; i < config.decoderRates.size(); ++i, channels /= 2) {
        const std::string at = "decoder.block." + std::to_string(i) + ".";
        const std::int64_t stride = config.decoderRates[i];
        m_blocks.push_back({reach.blocks[i], stride, Snake(weights, at + "snake1"),
                            loadTransposed(weights, at + "conv_t1", channels, stride),
                            ResidualUnits(weights, at, channels / 2, Precision::Fast)});
    }
}

at::Tensor DacDecoder::Block::operator()(const at::Tensor& x, const Work& work) const {
    const std::int64_t outputs = conv_t1.outputs() / stride;
    const at::Tensor frames = conv_t1(x, &snake1, work); // [T + 1, stride · outputs]
    const std::int64_t padding = (stride + 1) / 2;
    return units(frames.view({-1, outputs}).narrow(0, padding, x.size(0) * stride), work);
}

at::Tensor DacDecoder::operator()(at::Tensor x, Context context, const Work& work) const {
    x = m_conv1(x, nullptr, work);
    for (const Block& block : m_blocks) {
        const std::int64_t unseenBefore = std::max<std::int64_t>(context.before - block.reach, 0);
        const std::int64_t unseenAfter = std::max<std::int64_t>(context.after - block.reach, 0);
        x = block(x.narrow(0, unseenBefore, x.size(0) - unseenBefore - unseenAfter), work);
        context.before = (context.before - unseenBefore) * block.stride;
        context.after = (context.after - unseenAfter) * block.stride;
    }
    at::Tensor sound = m_conv2(x, &m_snake1, work);
    sound = sound.narrow(0, context.before, sound.size(0) - context.before - context.after);
    auto* const samples = sound.mutable_data_ptr<float>();
    backend::inPieces(sound.size(0), kSamplesPerTask, [&](std::int64_t begin, std::int64_t end) {
        std::transform(samples + begin, samples + end, samples + begin, [](float value) { return std::tanh(value); });
    });
    return sound;
}

} // namespace parley::codec
