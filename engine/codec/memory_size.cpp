// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "codec/memory_size.h"

#include "kernels/fast_conv7.h"

#include <cstddef>
#include <string>

namespace parley::codec {

namespace {

/// The convolutions that are kept as values at 10 points instead of 7 taps (fast_convolution.h).
bool isFast(const checkpoint::DacPart& part) {
    return part.name.starts_with("decoder.block.") && part.name.find(".res_unit") != std::string::npos &&
           part.shape.size() == 3 && part.shape[2] == static_cast<std::int64_t>(kernels::kConvTaps);
}

std::uint64_t weightBytes(const checkpoint::DacConfig& config) {
    std::uint64_t bytes = 0;
    for (const checkpoint::DacPart& part : checkpoint::dacTensors(config)) {
        std::uint64_t own = sizeof(float);
        for (const std::int64_t size : part.shape) {
            own *= static_cast<std::uint64_t>(size);
        }
        bytes += isFast(part) ? own * kernels::kConvPoints / kernels::kConvTaps : own;
    }
    return bytes;
}

/// Frames to either side of a window, roughly; DacDecoder knows it exactly.
constexpr std::int64_t kContext = 10;

/// Tensors of a block's size that are there at a time, or kept for the next window.
constexpr std::uint64_t kTensorsEach = 2;

std::uint64_t windowBytes(const checkpoint::DacConfig& config, const backend::CodecWindows& windows) {
    std::uint64_t values = 0;
    std::int64_t moments = windows.later + 2 * kContext;
    std::int64_t channels = config.decoderHidden;
    for (const std::int64_t rate : config.decoderRates) {
        moments *= rate;
        channels /= 2;
        values += static_cast<std::uint64_t>(moments * channels);
    }
    return values * sizeof(float) * kTensorsEach;
}

} // namespace

std::uint64_t memoryBytes(const checkpoint::DacConfig& config, const backend::CodecWindows& windows) {
    return weightBytes(config) + windowBytes(config, windows);
}

} // namespace parley::codec
