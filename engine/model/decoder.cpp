// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "model/decoder.h"

#include "backend/stop.h"
#include "model/finite.h"

#include <ATen/TensorOperators.h>
#include <ATen/core/Tensor.h>
#include <ATen/ops/arange.h>
#include <ATen/ops/cat.h>
#include <ATen/ops/embedding.h>
#include <ATen/ops/empty.h>

#include <algorithm>
#include <string>

namespace parley::model {

namespace {

std::int64_t longest(const checkpoint::DiaConfig& config) {
    return std::max(config.encoder.maxPositions, config.decoder.maxPositions);
}

} // namespace

Decoder::Decoder(const checkpoint::DiaConfig& config, Weights& weights, at::ScalarType dtype)
    : m_config(config), m_dtype(dtype), m_rope(config.decoder.maxPositions, config.decoder.headDim, config.ropeTheta),
      m_crossRope(longest(config), config.decoder.crossHeadDim, config.ropeTheta),
      m_embeddings(weights.take("decoder.embeddings")), m_norm(weights.take("decoder.norm")),
      m_logits_dense(weights.takeLinear("decoder.logits_dense")) {
    const checkpoint::DiaConfig::Decoder& sizes = config.decoder;
    for (std::int64_t i = 0; i < sizes.layers; ++i) {
        const std::string at = "decoder.layers." + std::to_string(i) + ".";
        m_layers.push_back({.pre_sa_norm = weights.take(at + "pre_sa_norm"),
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

at::Tensor Decoder::embed(const at::Tensor& tokens) const {
    const std::int64_t channels = m_config.decoder.channels;
    const at::Tensor offsets = at::arange(channels, at::kLong).mul(m_config.decoder.vocab); // [C]
    const at::Tensor ids = tokens.reshape({-1, channels}) + offsets;                        // [R · T, C]
    return at::embedding(m_embeddings, ids).to(at::kFloat).sum(1);                          // [R · T, D]
}

at::Tensor Decoder::attendSelf(const Layer& layer, std::size_t index, const at::Tensor& x,
                               std::span<const DecoderRow> rows, std::int64_t steps) const {
    const SelfAttention& attention = layer.self_attention;
    const SelfAttention::Projected all = attention.project(rmsNorm(x, layer.pre_sa_norm, m_config.normEps));
    std::vector<at::Tensor> seen; // per sequence [T, heads · H]
    for (std::size_t r = 0; r < rows.size(); ++r) {
        const std::int64_t first = static_cast<std::int64_t>(r) * steps;
        const SelfAttention::Projected own{all.q.narrow(0, first, steps), all.k.narrow(0, first, steps),
                                           all.v.narrow(0, first, steps)};
        seen.push_back(attention.causal(own, m_rope, (*rows[r].cache)[index], rows[r].position));
    }
    return attention.o_proj(at::cat(seen));
}

void Decoder::addCross(const Layer& layer, std::size_t index, const at::Tensor& x, std::span<const DecoderRow> rows,
                       std::int64_t steps) const {
    const auto isConditional = [](const DecoderRow& row) { return row.text != nullptr; };
    const auto firstConditional = std::find_if(rows.begin(), rows.end(), isConditional);
    const std::int64_t split = (firstConditional - rows.begin()) * steps;
    x.narrow(0, 0, split).add_(layer.unconditional);
    if (firstConditional == rows.end()) {
        return;
    }
    const at::Tensor conditional = x.narrow(0, split, x.size(0) - split);
    const at::Tensor normed = rmsNorm(conditional, layer.pre_ca_norm, m_config.normEps);
    std::vector<at::Tensor> seen; // per sequence [T, heads · H]
    for (auto row = firstConditional; row != rows.end(); ++row) {
        const at::Tensor own = normed.narrow(0, (row - firstConditional) * steps, steps);
        seen.push_back(layer.cross_attention.look(own, (*row->text)[index], m_crossRope, row->position));
    }
    conditional.add_(layer.cross_attention.o_proj(at::cat(seen)));
}

at::Tensor Decoder::forward(const at::Tensor& tokens, std::span<const DecoderRow> rows, const std::stop_token& stop,
                            bool watch) const {
    const std::int64_t steps = tokens.size(1);
    at::Tensor x = embed(tokens); // [R · T, D]
    for (std::size_t i = 0; i < m_layers.size(); ++i) {
        const Layer& layer = m_layers[i];
        backend::throwIfStopped(stop);
        x.add_(attendSelf(layer, i, x, rows, steps));
        addCross(layer, i, x, rows, steps);
        x.add_(layer.mlp(rmsNorm(x, layer.pre_mlp_norm, m_config.normEps)));
        if (watch) {
            requireFinite(x, "decoder layer " + std::to_string(i));
        }
    }
    return rmsNorm(x, m_norm, m_config.normEps);
}

at::Tensor Decoder::logits(const at::Tensor& hidden) const {
    return m_logits_dense(hidden).view({hidden.size(0), m_config.decoder.channels, m_config.decoder.vocab});
}

TextMemory Decoder::remember(const at::Tensor& encoderOut, const std::stop_token& stop) const {
    TextMemory memory;
    for (const Layer& layer : m_layers) {
        backend::throwIfStopped(stop);
        memory.push_back(layer.cross_attention.remember(encoderOut, m_crossRope, m_dtype));
    }
    return memory;
}

void Decoder::setUnconditional(const at::Tensor& encoderOut) {
    for (Layer& layer : m_layers) {
        layer.unconditional = layer.cross_attention.unconditional(encoderOut);
    }
}

SequenceCache Decoder::makeCache(std::int64_t capacity) const {
    SequenceCache cache;
    const checkpoint::DiaConfig::Decoder& sizes = m_config.decoder;
    for (std::size_t i = 0; i < m_layers.size(); ++i) {
        const auto make = [&] {
            return at::empty({sizes.kvHeads, capacity, sizes.headDim}, at::TensorOptions().dtype(m_dtype));
        };
        cache.push_back({make(), make()});
    }
    return cache;
}

} // namespace parley::model
