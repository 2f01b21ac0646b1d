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

struct DecoderLayer {
    at::Tensor pre_sa_norm; ///< [D]
    SelfAttention self_attention;
    at::Tensor pre_ca_norm; ///< [D]
    CrossAttention cross_attention;
    at::Tensor pre_mlp_norm; ///< [D]
    Mlp mlp;
    at::Tensor unconditional; ///< [1, D]: what cross-attention adds to an unconditional row
};

/// The audio decoder's weights and tables. Takes what begins with "decoder." out of the given weights.
struct DecoderWeights {
    DecoderWeights(checkpoint::DiaConfig sizesOf, Weights& weights, at::ScalarType type);

    checkpoint::DiaConfig config;
    at::ScalarType dtype; ///< of matrices and caches
    Rope rope;
    Rope crossRope;
    at::Tensor embeddings; ///< [C · V, D], channel c from row c · V
    std::vector<DecoderLayer> layers;
    at::Tensor norm;     ///< [D]
    Linear logits_dense; ///< [C · V, D]
};

} // namespace parley::model
