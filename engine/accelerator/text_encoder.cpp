// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "accelerator/text_encoder.h"

#include "accelerator/device_attention.h"
#include "backend/host_values.h"
#include "files/stop.h"
#include "model/finite.h"

#include <ATen/TensorOperators.h>
#include <ATen/ops/embedding.h>

namespace parley::accelerator {

TextEncoder::TextEncoder(const checkpoint::DiaConfig& config, DeviceWeights& weights, const Formats& formats)
    : m_formats(formats),
      m_rotary(model::Rope(config.encoder.maxPositions, config.encoder.headDim, config.ropeTheta), formats.device),
      m_embedding(weights.take("encoder.embedding")), m_norm(weights.take("encoder.norm")) {
    const Heads heads{config.encoder.heads, config.encoder.heads, config.encoder.headDim};
    for (std::int64_t i = 0; i < config.encoder.layers; ++i) {
        const std::string at = "encoder.layers." + std::to_string(i) + ".";
        m_layers.push_back({weights.take(at + "pre_sa_norm"),
                            DeviceSelfAttention(weights, at + "self_attention", heads),
                            weights.take(at + "post_sa_norm"), DeviceMlp(weights, at + "mlp")});
    }
}

at::Tensor TextEncoder::operator()(std::span<const std::uint8_t> bytes, const std::stop_token& stop) const {
    const auto count = static_cast<std::int64_t>(bytes.size());
    at::Tensor x = at::embedding(m_embedding, backend::idTensor(bytes).to(m_formats.device)).to(at::kFloat); // [T, D]
    const Turn turn = m_rotary.from(0, count);
    for (std::size_t i = 0; i < m_layers.size(); ++i) {
        const Layer& layer = m_layers[i];
        files::throwIfStopped(stop);
        const Heads& heads = layer.self_attention.heads;
        const auto rows = layer.self_attention.project(norm(x, layer.pre_sa_norm, m_formats), turn);
        const at::Tensor seen = attend(m_formats.attention, grouped(rows.q, heads), rows.k.transpose(0, 1).unsqueeze(0),
                                       rows.v.transpose(0, 1).unsqueeze(0), {});
        x = x + layer.self_attention.o_proj(ungrouped(seen, heads));
        files::throwIfStopped(stop);
        x = x + layer.mlp(norm(x, layer.post_sa_norm, m_formats));
        model::requireFinite(x, phrase("encoder layer %1", i), m_formats.activations);
    }
    const at::Tensor out = norm(x, m_norm, m_formats);
    model::requireFinite(out, phrase("the encoder's last norm"), m_formats.activations);
    return out;
}

} // namespace parley::accelerator
