// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "model/decoder.h"

#include "files/stop.h"
#include "model/finite.h"

#include <ATen/TensorOperators.h>
#include <ATen/core/Tensor.h>
#include <ATen/ops/arange.h>
#include <ATen/ops/cat.h>
#include <ATen/ops/embedding.h>
#include <ATen/ops/empty.h>

#include <algorithm>

namespace parley::model {

Decoder::Decoder(const checkpoint::DiaConfig& config, Weights& weights, at::ScalarType dtype)
    : m_weights(config, weights, dtype) {}

at::Tensor Decoder::embed(const at::Tensor& tokens) const {
    const std::int64_t channels = m_weights.config.decoder.channels;
    const at::Tensor offsets = at::arange(channels, at::kLong).mul(m_weights.config.decoder.vocab); // [C]
    const at::Tensor ids = tokens.reshape({-1, channels}) + offsets;                                // [R · T, C]
    return at::embedding(m_weights.embeddings, ids).to(at::kFloat).sum(1);                          // [R · T, D]
}

at::Tensor Decoder::attendSelf(const DecoderLayer& layer, std::size_t index, const at::Tensor& x,
                               std::span<const DecoderRow> rows, std::int64_t steps) const {
    const SelfAttention& attention = layer.self_attention;
    const SelfAttention::Projected all = attention.project(rmsNorm(x, layer.pre_sa_norm, m_weights.config.normEps));
    std::vector<at::Tensor> seen; // per sequence [T, heads · H]
    for (std::size_t r = 0; r < rows.size(); ++r) {
        const std::int64_t first = static_cast<std::int64_t>(r) * steps;
        const SelfAttention::Projected own{all.q.narrow(0, first, steps), all.k.narrow(0, first, steps),
                                           all.v.narrow(0, first, steps)};
        seen.push_back(attention.causal(own, m_weights.rope, (*rows[r].cache)[index], rows[r].position));
    }
    return attention.o_proj(at::cat(seen));
}

void Decoder::addCross(const DecoderLayer& layer, std::size_t index, const at::Tensor& x,
                       std::span<const DecoderRow> rows, std::int64_t steps) const {
    const auto isConditional = [](const DecoderRow& row) { return row.text != nullptr; };
    const auto firstConditional = std::find_if(rows.begin(), rows.end(), isConditional);
    const std::int64_t split = (firstConditional - rows.begin()) * steps;
    x.narrow(0, 0, split).add_(layer.unconditional);
    if (firstConditional == rows.end()) {
        return;
    }
    const at::Tensor conditional = x.narrow(0, split, x.size(0) - split);
    const at::Tensor normed = rmsNorm(conditional, layer.pre_ca_norm, m_weights.config.normEps);
    std::vector<at::Tensor> seen; // per sequence [T, heads · H]
    for (auto row = firstConditional; row != rows.end(); ++row) {
        const at::Tensor own = normed.narrow(0, (row - firstConditional) * steps, steps);
        seen.push_back(layer.cross_attention.look(own, (*row->text)[index], m_weights.crossRope, row->position));
    }
    conditional.add_(layer.cross_attention.o_proj(at::cat(seen)));
}

at::Tensor Decoder::forward(const at::Tensor& tokens, std::span<const DecoderRow> rows, const std::stop_token& stop,
                            bool watch) const {
    const std::int64_t steps = tokens.size(1);
    at::Tensor x = embed(tokens); // [R · T, D]
    for (std::size_t i = 0; i < m_weights.layers.size(); ++i) {
        const DecoderLayer& layer = m_weights.layers[i];
        files::throwIfStopped(stop);
        x.add_(attendSelf(layer, i, x, rows, steps));
        addCross(layer, i, x, rows, steps);
        files::throwIfStopped(stop);
        x.add_(layer.mlp(rmsNorm(x, layer.pre_mlp_norm, m_weights.config.normEps)));
        if (watch) {
            requireFinite(x, phrase("decoder layer %1", i), m_weights.dtype);
        }
    }
    const at::Tensor out = rmsNorm(x, m_weights.norm, m_weights.config.normEps);
    if (watch) {
        requireFinite(out, phrase("the decoder's last norm"), m_weights.dtype);
    }
    return out;
}

at::Tensor Decoder::logits(const at::Tensor& hidden) const {
    return m_weights.logits_dense(hidden).view(
        {hidden.size(0), m_weights.config.decoder.channels, m_weights.config.decoder.vocab});
}

TextMemory Decoder::remember(const at::Tensor& encoderOut, const std::stop_token& stop) const {
    TextMemory memory;
    for (const DecoderLayer& layer : m_weights.layers) {
        files::throwIfStopped(stop);
        memory.push_back(layer.cross_attention.remember(encoderOut, m_weights.crossRope, m_weights.dtype));
    }
    return memory;
}

void Decoder::setUnconditional(const at::Tensor& encoderOut) {
    for (DecoderLayer& layer : m_weights.layers) {
        layer.unconditional = layer.cross_attention.unconditional(encoderOut);
    }
}

SequenceCache Decoder::makeCache(std::int64_t capacity) const {
    SequenceCache cache;
    const checkpoint::DiaConfig::Decoder& sizes = m_weights.config.decoder;
    for (std::size_t i = 0; i < m_weights.layers.size(); ++i) {
        const auto make = [&] {
            return at::empty({sizes.kvHeads, capacity, sizes.headDim}, at::TensorOptions().dtype(m_weights.dtype));
        };
        cache.push_back({make(), make()});
    }
    return cache;
}

} // namespace parley::model
