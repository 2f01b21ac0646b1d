// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "accelerator/device_decoder.h"

#include "accelerator/device_attention.h"
#include "codec/rounding.h"
#include "files/stop.h"
#include "model/finite.h"

#include <ATen/TensorOperators.h>
#include <ATen/ops/arange.h>
#include <ATen/ops/embedding.h>
#include <ATen/ops/ones.h>

#include <algorithm>

namespace parley::accelerator {

namespace {

std::int64_t longest(const checkpoint::DiaConfig& config) {
    return std::max(config.encoder.maxPositions, config.decoder.maxPositions);
}

} // namespace

DeviceDecoder::DeviceDecoder(const checkpoint::DiaConfig& config, DeviceWeights& weights, const Formats& formats)
    : m_config(config), m_formats(formats),
      // A slot that waits stands in its cache's last row.
      m_rotary(model::Rope(codec::roundUp(longest(config), Slots::kRowsStep), config.decoder.headDim, config.ropeTheta),
               formats.device),
      m_crossRotary(
          model::Rope(codec::roundUp(longest(config), Slots::kRowsStep), config.decoder.crossHeadDim, config.ropeTheta),
          formats.device),
      m_embeddings(weights.take("decoder.embeddings")),
      m_offsets(at::arange(config.decoder.channels, at::kLong).mul(config.decoder.vocab).to(formats.device)),
      m_norm(weights.take("decoder.norm")), m_logits(weights.takeLinear("decoder.logits_dense")) {
    const checkpoint::DiaConfig::Decoder& sizes = config.decoder;
    const Heads heads{sizes.queryHeads, sizes.kvHeads, sizes.headDim};
    const Heads crossHeads{sizes.crossQueryHeads, sizes.crossKvHeads, sizes.crossHeadDim};
    const bool rotates = config.generation == checkpoint::Generation::V0_1;
    for (std::int64_t i = 0; i < sizes.layers; ++i) {
        const std::string at = "decoder.layers." + std::to_string(i) + ".";
        m_layers.push_back({weights.take(at + "pre_sa_norm"),
                            DeviceSelfAttention(weights, at + "self_attention", heads),
                            weights.take(at + "pre_ca_norm"),
                            DeviceCrossAttention(weights, at + "cross_attention", crossHeads, rotates),
                            weights.take(at + "pre_mlp_norm"),
                            DeviceMlp(weights, at + "mlp"),
                            {}});
    }
}

at::Tensor DeviceDecoder::embed(const at::Tensor& tokens) const {
    return at::embedding(m_embeddings, tokens + m_offsets).to(at::kFloat).sum(-2); // […, C] → […, D]
}

/// [2 keys, T, H]: keys, values.
at::Tensor DeviceDecoder::keysAndValues(const Layer& layer, const at::Tensor& encoderOut) const {
    const Heads& heads = layer.cross_attention.heads;
    return layer.cross_attention.kv_proj(encoderOut)
        .view({encoderOut.size(0), 2 * heads.keys, heads.dim})
        .transpose(0, 1);
}

model::TextMemory DeviceDecoder::remember(const at::Tensor& encoderOut, const std::stop_token& stop) const {
    model::TextMemory memory;
    const Turn turn = m_crossRotary.from(0, encoderOut.size(0));
    for (const Layer& layer : m_layers) {
        files::throwIfStopped(stop);
        const at::Tensor all = keysAndValues(layer, encoderOut);
        const std::int64_t keys = layer.cross_attention.heads.keys;
        at::Tensor k = all.narrow(0, 0, keys);
        if (layer.cross_attention.rotates) {
            k = rotate(k.transpose(0, 1), turn).transpose(0, 1);
        }
        memory.push_back(
            {k.to(m_formats.cache).contiguous(), all.narrow(0, keys, keys).to(m_formats.cache).contiguous()});
    }
    return memory;
}

void DeviceDecoder::setUnconditional(const at::Tensor& encoderOut) {
    for (Layer& layer : m_layers) {
        const Heads& heads = layer.cross_attention.heads;
        const at::Tensor values = keysAndValues(layer, encoderOut).narrow(0, heads.keys, heads.keys); // [keys, 1, H]
        const at::Tensor seen = values.repeat_interleave(heads.group(), 0).reshape({1, -1});
        layer.unconditional = layer.cross_attention.o_proj(seen).to(at::kFloat);
    }
}

void DeviceDecoder::prefill(const at::Tensor& tokens, const model::SequenceCache& cache, const model::TextMemory* text,
                            std::int64_t position, const std::stop_token& stop) const {
    at::Tensor x = embed(tokens.to(m_formats.device)); // [T, D]
    const std::int64_t count = x.size(0);
    const std::int64_t filled = position + count;
    const Turn turn = m_rotary.from(position, count);
    const Turn crossTurn = m_crossRotary.from(position, count);
    const at::TensorOptions onDevice = at::TensorOptions().dtype(at::kBool).device(m_formats.device);
    const at::Tensor causal = at::ones({count, filled}, onDevice).tril(position); // true where it may look
    for (std::size_t i = 0; i < m_layers.size(); ++i) {
        const Layer& layer = m_layers[i];
        files::throwIfStopped(stop);
        const Heads& heads = layer.self_attention.heads;
        const auto rows = layer.self_attention.project(norm(x, layer.pre_sa_norm, m_formats), turn);
        cache[i].k.narrow(1, position, count).copy_(rows.k.transpose(0, 1));
        cache[i].v.narrow(1, position, count).copy_(rows.v.transpose(0, 1));
        const auto known = [&](const at::Tensor& all) {
            return all.narrow(1, 0, filled).unsqueeze(0).to(m_formats.activations);
        };
        const at::Tensor seen = attend(m_formats.attention, grouped(rows.q, heads), known(cache[i].k),
                                       known(cache[i].v), causal.repeat({heads.group(), 1}));
        x = x + layer.self_attention.o_proj(ungrouped(seen, heads));
        if (text == nullptr) {
            x = x + layer.unconditional;
        } else {
            const DeviceCrossAttention& cross = layer.cross_attention;
            at::Tensor q =
                cross.q_proj(norm(x, layer.pre_ca_norm, m_formats)).view({count, cross.heads.queries, cross.heads.dim});
            q = cross.rotates ? rotate(q, crossTurn) : q;
            const at::Tensor found = attend(m_formats.attention, grouped(q, cross.heads),
                                            (*text)[i].k.unsqueeze(0).to(m_formats.activations),
                                            (*text)[i].v.unsqueeze(0).to(m_formats.activations), {});
            x = x + cross.o_proj(ungrouped(found, cross.heads));
        }
        files::throwIfStopped(stop);
        x = x + layer.mlp(norm(x, layer.pre_mlp_norm, m_formats));
        // Watched, since later rows would only see what became of it in the next layer's cache.
        model::requireFinite(x, phrase("decoder layer %1", i), m_formats.activations);
    }
}

} // namespace parley::accelerator
