// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/tensor_reader.h"
#include "checkpoint/model_files.h"
#include "codec/codec.h"
#include "codec/dac_decoder.h"
#include "codec/dac_encoder.h"
#include "codec/quantizer.h"

#include <cstdint>
#include <span>
#include <stop_token>
#include <vector>

namespace parley::codec {

/// Descript's audio codec (https://arxiv.org/abs/2306.06546) in float32, on the CPU.
class DacModel final : public Codec {
public:
    /// Throws EngineError: CheckpointCorrupt, Cancelled.
    DacModel(const checkpoint::DacFiles& files, const std::stop_token& stop, const backend::BytesRead& bytesRead);

    /// Throws EngineError (Cancelled) by the weights' stop.
    DacModel(const checkpoint::DacConfig& config, CodecWeights weights);

    [[nodiscard]] const checkpoint::DacConfig& config() const noexcept override { return m_config; }
    [[nodiscard]] std::int64_t contextFrames() const noexcept override { return m_decoder.reachFrames(); }
    [[nodiscard]] std::vector<std::int64_t> encode(std::span<const float> samples,
                                                   const std::stop_token& stop) const override;
    [[nodiscard]] std::vector<float> decode(std::span<const std::int64_t> codes, std::int64_t begin, std::int64_t end,
                                            const std::stop_token& stop) const override;

private:
    checkpoint::DacConfig m_config;
    DacEncoder m_encoder;
    Quantizer m_quantizer;
    DacDecoder m_decoder;
    mutable Scratch m_scratch;
};

} // namespace parley::codec
