// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "checkpoint/dia_config.h"
#include "model/cross_attention.h"
#include "model/mlp.h"
#include "model/rope.h"
#include "model/self_attention.h"
#include "model/weights.h"

#include <cstdint>
#include <span>
#include <stop_token>
#include <vector>

namespace parley::model {

using SequenceCache = std::vector<LayerCache>; ///< one entry a decoder layer
using TextMemory = std::vector<CrossMemory>;   ///< one entry a decoder layer

/// One sequence that takes part in a decoder call.
struct DecoderRow {
    SequenceCache* cache = nullptr;
    const TextMemory* text = nullptr; ///< nullptr: the unconditional row
    std::int64_t position = 0;        ///< rows that its cache holds already
};

/// The audio decoder. Several sequences go through a layer together, so that its weights are read once for all.
class Decoder {
public:
    Decoder(const checkpoint::DiaConfig& config, Weights& weights, at::ScalarType dtype);

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
    struct Layer {
        at::Tensor pre_sa_norm; ///< [D]
        SelfAttention self_attention;
        at::Tensor pre_ca_norm; ///< [D]
        CrossAttention cross_attention;
        at::Tensor pre_mlp_norm; ///< [D]
        Mlp mlp;
        at::Tensor unconditional; ///< [1, D]: what cross-attention adds to an unconditional row
    };
    [[nodiscard]] at::Tensor embed(const at::Tensor& tokens) const;
    [[nodiscard]] at::Tensor attendSelf(const Layer& layer, std::size_t index, const at::Tensor& x,
                                        std::span<const DecoderRow> rows, std::int64_t steps) const;
    void addCross(const Layer& layer, std::size_t index, const at::Tensor& x, std::span<const DecoderRow> rows,
                  std::int64_t steps) const;

    checkpoint::DiaConfig m_config;
    at::ScalarType m_dtype;
    Rope m_rope;
    Rope m_crossRope;
    at::Tensor m_embeddings; ///< [C · V, D], channel c from row c · V
    std::vector<Layer> m_layers;
    at::Tensor m_norm; ///< [D]
    Linear m_logits_dense;
};

} // namespace parley::model
