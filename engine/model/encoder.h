// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "checkpoint/dia_config.h"
#include "model/mlp.h"
#include "model/rope.h"
#include "model/self_attention.h"
#include "model/weights.h"

#include <cstdint>
#include <span>
#include <stop_token>
#include <vector>

namespace parley::model {

/// The text encoder. It sees the real bytes only: padded positions never reach a real one, so leaving them out changes
/// nothing but the time.
class Encoder {
public:
    Encoder(const checkpoint::DiaConfig& config, Weights& weights, at::ScalarType dtype);

    /// bytes [T] → [T, D] float32. Throws EngineError (Cancelled, NumericFailure).
    [[nodiscard]] at::Tensor operator()(std::span<const std::uint8_t> bytes, const std::stop_token& stop) const;

private:
    struct Layer {
        at::Tensor pre_sa_norm; ///< [D]
        SelfAttention self_attention;
        at::Tensor post_sa_norm; ///< [D]
        Mlp mlp;
    };

    at::ScalarType m_dtype;
    double m_eps;
    Rope m_rope;
    at::Tensor m_embedding; ///< [256, D]
    std::vector<Layer> m_layers;
    at::Tensor m_norm; ///< [D]
};

} // namespace parley::model
