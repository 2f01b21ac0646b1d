// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/decoder_weights.h"

#include <cstdint>
#include <span>
#include <stop_token>
#include <vector>

namespace parley::model {

/// The audio decoder. Several sequences go through a layer together, so that its weights are read once for all.
class Decoder {
public:
    Decoder(const checkpoint::DiaConfig& config, Weights& weights, at::ScalarType dtype);

    [[nodiscard]] const DecoderWeights& weights() const noexcept { return m_weights; }

    /// Feeds T rows of codes to each sequence. tokens [R, T, C] int64; `rows` has R entries, the unconditional ones
    /// first. Fills the caches and returns the hidden states behind the last norm, [R · T, D] float32. With `watch`,
    /// every layer's result is checked: EngineError (NumericFailure) names the first bad one.
    [[nodiscard]] at::Tensor forward(const at::Tensor& tokens, std::span<const DecoderRow> rows,
                                     const std::stop_token& stop, bool watch = false) const;

    /// hidden [N, D] → [N, C, V] float32.
    [[nodiscard]] at::Tensor logits(const at::Tensor& hidden) const;

    /// Keys and values of a text for every layer; encoderOut [T, D of the encoder].
    [[nodiscard]] TextMemory remember(const at::Tensor& encoderOut, const std::stop_token& stop) const;

    /// To be called once, with the encoder's output for a single zero byte, [1, D of the encoder].
    void setUnconditional(const at::Tensor& encoderOut);

    /// Empty caches for a sequence of up to `capacity` rows. Memory is taken as they fill.
    [[nodiscard]] SequenceCache makeCache(std::int64_t capacity) const;

private:
    [[nodiscard]] at::Tensor embed(const at::Tensor& tokens) const;
    [[nodiscard]] at::Tensor attendSelf(const DecoderLayer& layer, std::size_t index, const at::Tensor& x,
                                        std::span<const DecoderRow> rows, std::int64_t steps) const;
    void addCross(const DecoderLayer& layer, std::size_t index, const at::Tensor& x, std::span<const DecoderRow> rows,
                  std::int64_t steps) const;

    DecoderWeights m_weights;
};

} // namespace parley::model
