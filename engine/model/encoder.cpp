// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "model/encoder.h"

#include "backend/host_values.h"
#include "files/stop.h"
#include "model/finite.h"

#include <ATen/TensorOperators.h>
#include <ATen/core/Tensor.h>
#include <ATen/ops/embedding.h>

#include <string>

namespace parley::model {

Encoder::Encoder(const checkpoint::DiaConfig& config, Weights& weights, at::ScalarType dtype)
    : m_dtype(dtype), m_eps(config.normEps),
      m_rope(config.encoder.maxPositions, config.encoder.headDim, config.ropeTheta),
      m_embedding(weights.take("encoder.embedding")), m_norm(weights.take("encoder.norm")) {
    const checkpoint::DiaConfig::Encoder& sizes = config.encoder;
    for (std::int64_t i = 0; i < sizes.layers; ++i) {
        const std::string at = "encoder.layers." + std::to_string(i) + ".";
        m_layers.push_back({.pre_sa_norm = weights.take(at + "pre_sa_norm"),
                            .self_attention = {.qkv_proj = weights.takeLinear(at + "self_attention.qkv_proj"),
                                               .o_proj = weights.takeLinear(at + "self_attention.o_proj"),
                                               .heads = sizes.heads,
                                               .kvHeads = sizes.heads,
                                               .headDim = sizes.headDim},
                            .post_sa_norm = weights.take(at + "post_sa_norm"),
                            .mlp = {.gate_up_proj = weights.takeLinear(at + "mlp.gate_up_proj"),
                                    .down_proj = weights.takeLinear(at + "mlp.down_proj")}});
    }
}

at::Tensor Encoder::operator()(std::span<const std::uint8_t> bytes, const std::stop_token& stop) const {
    at::Tensor x = at::embedding(m_embedding, backend::idTensor(bytes)).to(at::kFloat); // [T, D]
    for (std::size_t i = 0; i < m_layers.size(); ++i) {
        const Layer& layer = m_layers[i];
        files::throwIfStopped(stop);
        x = x + layer.self_attention.bidirectional(rmsNorm(x, layer.pre_sa_norm, m_eps), m_rope, m_dtype);
        files::throwIfStopped(stop);
        x = x + layer.mlp(rmsNorm(x, layer.post_sa_norm, m_eps));
        requireFinite(x, phrase("encoder layer %1", i), m_dtype);
    }
    const at::Tensor out = rmsNorm(x, m_norm, m_eps);
    requireFinite(out, phrase("the encoder's last norm"), m_dtype);
    return out;
}

} // namespace parley::model
