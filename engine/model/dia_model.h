// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/device.h"
#include "backend/tensor_reader.h"
#include "checkpoint/model_files.h"
#include "model/decoder.h"
#include "model/encoder.h"

#include <cstdint>
#include <span>
#include <stop_token>

namespace parley::model {

/// Most rows of one sequence that go through the decoder in one piece: as many as let a cancel be heard in time.
inline constexpr std::int64_t kPrefillRows = 256;

/// The whole network with its weights. One thread at a time.
class DiaModel {
public:
    /// Loads all weights. Throws EngineError: CheckpointCorrupt, Cancelled.
    DiaModel(const checkpoint::DiaFiles& files, const backend::ComputeTarget& target, const std::stop_token& stop,
             const backend::BytesRead& bytesRead);

    /// From weights that are in memory already; dtype is that of matrices which aren't packed. Throws EngineError
    /// (Cancelled).
    DiaModel(const checkpoint::DiaConfig& config, Weights weights, at::ScalarType dtype, const std::stop_token& stop);

    [[nodiscard]] const checkpoint::DiaConfig& config() const noexcept { return m_config; }
    [[nodiscard]] const Encoder& encoder() const noexcept { return m_encoder; }
    [[nodiscard]] const Decoder& decoder() const noexcept { return m_decoder; }

    /// The encoder's output for a text of zeros, the same at every position: [1, D].
    [[nodiscard]] const at::Tensor& unconditionalOut() const noexcept { return m_unconditionalOut; }

    /// Feeds many rows, in pieces short enough for a cancel to be heard. tokens [R, T, C]; the rows' positions are
    /// those before the first piece. `onPiece`, if set, gets each piece's hidden states [R, T of the piece, D] and its
    /// first row.
    using OnPiece = std::function<void(const at::Tensor& hidden, std::int64_t first)>;
    void prefill(const at::Tensor& tokens, std::vector<DecoderRow> rows, const std::stop_token& stop,
                 const OnPiece& onPiece = {}) const;

private:
    checkpoint::DiaConfig m_config;
    Encoder m_encoder;
    Decoder m_decoder;
    at::Tensor m_unconditionalOut;
};

} // namespace parley::model
