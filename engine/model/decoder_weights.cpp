// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "model/decoder_weights.h"

#include <ATen/core/Tensor.h>

#include <algorithm>
#include <string>
#include <utility>

namespace parley::model {

namespace {

std::int64_t longest(const checkpoint::DiaConfig& config) {
    return std::max(config.encoder.maxPositions, config.decoder.maxPositions);
}

} // namespace

DecoderWeights::DecoderWeights(checkpoint::DiaConfig sizesOf, Weights& weights, at::ScalarType type)
    : config(std::move(sizesOf)), dtype(type),
      rope(config.decoder.maxPositions, config.decoder.headDim, config.ropeTheta),
      crossRope(longest(config), config.decoder.crossHeadDim, config.ropeTheta),
      embeddings(weights.take("decoder.embeddings")), norm(weights.take("decoder.norm")),
      logits_dense(weights.takeLinear("decoder.logits_dense")) {
    const checkpoint::DiaConfig::Decoder& sizes = config.decoder;
    for (std::int64_t i = 0; i < sizes.layers; ++i) {
        const std::string at = "decoder.layers." + std::to_string(i) + ".";
        layers.push_back({.pre_sa_norm = weights.take(at + "pre_sa_norm"),
                          .self_attention = {.qkv_proj = weights.takeLinear(at + "self_attention.qkv_proj"),
                                             .o_proj = weights.takeLinear(at + "self_attention.o_proj"),
                                             .heads = sizes.queryHeads,
                                             .kvHeads = sizes.kvHeads,
                                             .headDim = sizes.headDim},
                          .pre_ca_norm = weights.take(at + "pre_ca_norm"),
                          .cross_attention = {.q_proj = weights.takeLinear(at + "cross_attention.q_proj"),
                                              .kv_proj = weights.takeLinear(at + "cross_attention.kv_proj"),
                                              .o_proj = weights.takeLinear(at + "cross_attention.o_proj"),
                                              .heads = sizes.crossQueryHeads,
                                              .kvHeads = sizes.crossKvHeads,
                                              .headDim = sizes.crossHeadDim,
                                              .rotates = config.generation == checkpoint::Generation::V0_1},
                          .pre_mlp_norm = weights.take(at + "pre_mlp_norm"),
                          .mlp = {.gate_up_proj = weights.takeLinear(at + "mlp.gate_up_proj"),
                                  .down_proj = weights.takeLinear(at + "mlp.down_proj")},
                          .unconditional = {}});
    }
}

} // namespace parley::model
