// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "accelerator/device_attention.h"
#include "accelerator/device_decoder.h"

#include <ATen/TensorOperators.h>
#include <ATen/ops/arange.h>

namespace parley::accelerator {

/// What all layers of a step share.
struct DeviceDecoder::Masks {
    at::Tensor writeAt; ///< [2 · count, keys, 1, H] int64: the rows' own place in the cache
    at::Tensor own;     ///< [2 · count, 1, 1, window] bool
    at::Tensor text;    ///< [count, 1, 1, bytes] bool
    Turn turn;          ///< of both rows of each sequence
    Turn crossTurn;     ///< of the conditional ones
    std::int64_t window = 0;
};

at::Tensor DeviceDecoder::stepSelf(const Layer& layer, const SlotLayer& slots, const at::Tensor& x,
                                   const Masks& masks) const {
    const Heads& heads = layer.self_attention.heads;
    const std::int64_t rows = x.size(0);
    const auto own = layer.self_attention.project(norm(x, layer.pre_sa_norm, m_formats), masks.turn);
    // [2 · count, keys, rows of the cache, H], the same memory.
    const at::Tensor k = slots.k.narrow(0, 0, rows / 2).flatten(0, 1);
    const at::Tensor v = slots.v.narrow(0, 0, rows / 2).flatten(0, 1);
    k.scatter_(2, masks.writeAt, own.k.unsqueeze(2).to(m_formats.cache));
    v.scatter_(2, masks.writeAt, own.v.unsqueeze(2).to(m_formats.cache));
    const auto window = [&](const at::Tensor& all) { return all.narrow(2, 0, masks.window).to(m_formats.activations); };
    const at::Tensor seen = attend(m_formats.attention, own.q.view({rows, heads.keys, heads.group(), heads.dim}),
                                   window(k), window(v), masks.own);
    return layer.self_attention.o_proj(seen.reshape({rows, -1}));
}

at::Tensor DeviceDecoder::stepCross(const Layer& layer, const SlotLayer& slots, const at::Tensor& x,
                                    const Masks& masks) const {
    const DeviceCrossAttention& cross = layer.cross_attention;
    const std::int64_t count = x.size(0);
    at::Tensor q =
        cross.q_proj(norm(x, layer.pre_ca_norm, m_formats)).view({count, cross.heads.queries, cross.heads.dim});
    q = cross.rotates ? rotate(q, masks.crossTurn) : q;
    const auto texts = [&](const at::Tensor& all) { return all.narrow(0, 0, count).to(m_formats.activations); };
    const at::Tensor seen =
        attend(m_formats.attention, q.view({count, cross.heads.keys, cross.heads.group(), cross.heads.dim}),
               texts(slots.textK), texts(slots.textV), masks.text);
    return cross.o_proj(seen.reshape({count, -1}));
}

at::Tensor DeviceDecoder::step(const StepInputs& inputs, const std::vector<SlotLayer>& slots, std::int64_t count,
                               std::int64_t window, Watch* watch) const {
    const Heads& heads = m_layers.front().self_attention.heads;
    const at::Tensor positions = inputs.positions.narrow(0, 0, count);
    const at::Tensor twice = positions.repeat_interleave(2, /*dim=*/0, /*output_size=*/2 * count);
    const at::TensorOptions numbers = positions.options();
    const std::int64_t bytes = slots.front().textK.size(2);
    const Masks masks{.writeAt = twice.view({-1, 1, 1, 1}).expand({2 * count, heads.keys, 1, heads.dim}),
                      .own = at::arange(window, numbers).le(twice.unsqueeze(1)).view({2 * count, 1, 1, window}),
                      .text = at::arange(bytes, numbers)
                                  .lt(inputs.textLength.narrow(0, 0, count).unsqueeze(1))
                                  .view({count, 1, 1, bytes}),
                      .turn = m_rotary.at(twice),
                      .crossTurn = m_crossRotary.at(positions),
                      .window = window};
    const std::int64_t width = m_config.decoder.hidden;
    at::Tensor x = embed(inputs.tokens.narrow(0, 0, count)).unsqueeze(1).repeat({1, 2, 1}); // [count, 2, D]
    const auto look = [&](const at::Tensor& numbersThere, const Phrase& place) {
        if (watch != nullptr && !watch->place && !numbersThere.select(0, watch->slot).isfinite().all().item<bool>()) {
            watch->place = place;
        }
    };
    for (std::size_t i = 0; i < m_layers.size(); ++i) {
        const Layer& layer = m_layers[i];
        x = x + stepSelf(layer, slots[i], x.view({-1, width}), masks).view_as(x);
        x.select(1, 0).add_(layer.unconditional);
        const at::Tensor conditional = x.select(1, 1); // [count, D]
        conditional.add_(stepCross(layer, slots[i], conditional, masks));
        x = x + layer.mlp(norm(x.view({-1, width}), layer.pre_mlp_norm, m_formats)).view_as(x);
        look(x, phrase("decoder layer %1", i));
    }
    const at::Tensor out = norm(x.view({-1, width}), m_norm, m_formats);
    look(out.view_as(x), phrase("the decoder's last norm"));
    const at::Tensor logits =
        m_logits(out).to(at::kFloat).view({count, 2, m_config.decoder.channels, m_config.decoder.vocab});
    look(logits, phrase("the decoder's output layer"));
    return logits;
}

} // namespace parley::accelerator
