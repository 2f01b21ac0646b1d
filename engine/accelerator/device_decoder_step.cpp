// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "accelerator/device_decoder.h"

#include <ATen/TensorOperators.h>
#include <ATen/ops/empty.h>

namespace parley::accelerator {

/// What all layers of a step share.
struct DeviceDecoder::Rows {
    at::Tensor positions; ///< [2 · count] int64: the rows' own place in the cache
    Reach own;            ///< of both rows of each sequence
    Reach text;           ///< of the conditional ones
    Turn turn;            ///< of both rows of each sequence
    Turn crossTurn;       ///< of the conditional ones; undefined where cross-attention doesn't turn
};

/// x [2 · count, D], normed → [2 · count, D].
at::Tensor DeviceDecoder::stepSelf(const Layer& layer, const SlotLayer& slots, const at::Tensor& x,
                                   const Rows& rows) const {
    const DeviceSelfAttention& self = layer.self_attention;
    // [2 · count, keys, rows of the cache, H], the same memory.
    const at::Tensor k = slots.k.narrow(0, 0, x.size(0) / 2).flatten(0, 1);
    const at::Tensor v = slots.v.narrow(0, 0, x.size(0) / 2).flatten(0, 1);
    const at::Tensor q = m_formats.ops->turnAndStore(self.qkv_proj(x), self.heads, rows.turn, rows.positions, k, v);
    return self.o_proj(m_formats.ops->attendRows(m_formats.attention, q, k, v, rows.own));
}

/// x [count, D], normed → [count, D].
at::Tensor DeviceDecoder::stepCross(const Layer& layer, const SlotLayer& slots, const at::Tensor& x,
                                    const Rows& rows) const {
    const DeviceCrossAttention& cross = layer.cross_attention;
    const std::int64_t count = x.size(0);
    at::Tensor q = cross.q_proj(x).view({count, cross.heads.queries, cross.heads.dim});
    q = cross.rotates ? rotate(q, rows.crossTurn) : q;
    return cross.o_proj(m_formats.ops->attendRows(m_formats.attention, q, slots.textK.narrow(0, 0, count),
                                                  slots.textV.narrow(0, 0, count), rows.text));
}

at::Tensor DeviceDecoder::step(const StepInputs& inputs, const std::vector<SlotLayer>& slots, std::int64_t count,
                               std::int64_t window, Watch* watch) const {
    const DeviceOps& ops = *m_formats.ops;
    const at::Tensor positions = inputs.positions.narrow(0, 0, count);
    const at::Tensor twice = positions.repeat_interleave(2, /*dim=*/0, /*output_size=*/2 * count);
    const Rows rows{.positions = twice,
                    .own = ops.reach(twice + 1, window),
                    .text = ops.reach(inputs.textLength.narrow(0, 0, count), slots.front().textK.size(2)),
                    .turn = m_rotary.at(twice),
                    .crossTurn = m_layers.front().cross_attention.rotates ? m_crossRotary.at(positions) : Turn{}};
    const std::int64_t width = m_config.decoder.hidden;
    const at::Tensor x = ops.embedTwice(m_embeddings, m_offsets, inputs.tokens.narrow(0, 0, count)); // [count, 2, D]
    const at::Tensor all = x.view({-1, width});
    const at::Tensor unconditional = x.select(1, 0); // [count, D]
    const at::Tensor conditional = x.select(1, 1);
    const at::TensorOptions activations = x.options().dtype(m_formats.activations);
    const at::Tensor normed = at::empty({count, 2, width}, activations);
    const at::Tensor rowsNormed = normed.view({-1, width});
    const at::Tensor forCross = at::empty({count, width}, activations);
    const auto look = [&](const at::Tensor& numbersThere, const Phrase& place) {
        if (watch != nullptr && !watch->place && !numbersThere.select(0, watch->slot).isfinite().all().item<bool>()) {
            watch->place = place;
        }
    };
    std::vector<at::Tensor> last; // what the layer before adds, which is left to the next norm
    for (std::size_t i = 0; i < m_layers.size(); ++i) {
        const Layer& layer = m_layers[i];
        ops.addNorm({{all, last, layer.pre_sa_norm, rowsNormed}}, m_formats.normEps);
        if (i > 0) {
            look(x, phrase("decoder layer %1", i - 1));
        }
        const at::Tensor own = stepSelf(layer, slots[i], rowsNormed, rows).view_as(x);
        ops.addNorm({{conditional, {own.select(1, 1)}, layer.pre_ca_norm, forCross},
                     {unconditional, {own.select(1, 0), layer.unconditional}, layer.pre_mlp_norm, normed.select(1, 0)}},
                    m_formats.normEps);
        const at::Tensor found = stepCross(layer, slots[i], forCross, rows);
        ops.addNorm({{conditional, {found}, layer.pre_mlp_norm, normed.select(1, 1)}}, m_formats.normEps);
        last = {layer.mlp(rowsNormed)};
    }
    ops.addNorm({{all, last, m_norm, rowsNormed}}, m_formats.normEps);
    look(x, phrase("decoder layer %1", m_layers.size() - 1));
    look(normed, phrase("the decoder's last norm"));
    const at::Tensor logits =
        m_logits(rowsNormed).to(at::kFloat).view({count, 2, m_config.decoder.channels, m_config.decoder.vocab});
    look(logits, phrase("the decoder's output layer"));
    return logits;
}

} // namespace parley::accelerator
