// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "accelerator/device_convolution.h"
#include "backend/profile.h"
#include "codec/codec.h"
#include "codec/quantizer.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace parley::accelerator {

/// Descript's audio codec in float32 on a device, in torch's operators: what codec::DacModel is on the CPU.
class DeviceCodec final : public codec::Codec {
public:
    /// Throws EngineError (Cancelled) by the weights' stop.
    DeviceCodec(const checkpoint::DacConfig& config, codec::CodecWeights weights, const backend::CodecWindows& windows,
                at::Device device);

    [[nodiscard]] const checkpoint::DacConfig& config() const noexcept override { return m_config; }
    [[nodiscard]] std::int64_t contextFrames() const noexcept override { return m_context; }
    [[nodiscard]] std::vector<std::int64_t> encode(std::span<const float> samples,
                                                   const std::stop_token& stop) const override;
    [[nodiscard]] std::vector<float> decode(std::span<const std::int64_t> codes, std::int64_t begin, std::int64_t end,
                                            const std::stop_token& stop) const override;

private:
    struct EncoderBlock {
        DeviceResidualUnits units;
        DeviceSnake snake1;
        DeviceConvolution conv1;
    };
    struct DecoderBlock {
        DeviceSnake snake1;
        DeviceUpsampling conv_t1;
        DeviceResidualUnits units;
    };
    [[nodiscard]] at::Tensor latents(at::Tensor sound, const std::stop_token& stop) const;
    [[nodiscard]] at::Tensor sound(const at::Tensor& latents, const std::stop_token& stop) const;

    checkpoint::DacConfig m_config;
    backend::CodecWindows m_windows;
    at::Device m_device;
    std::int64_t m_context;
    std::int64_t m_encodeFrames; ///< frames encoded at a time, without their context
    codec::Quantizer m_quantizer;
    DeviceConvolution m_encoderConv1;
    std::vector<EncoderBlock> m_encoderBlocks;
    DeviceSnake m_encoderSnake1;
    DeviceConvolution m_encoderConv2;
    DeviceConvolution m_decoderConv1;
    std::vector<DecoderBlock> m_decoderBlocks;
    DeviceSnake m_decoderSnake1;
    DeviceConvolution m_decoderConv2;
};

} // namespace parley::accelerator
