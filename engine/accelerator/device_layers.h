// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "accelerator/device_linear.h"
#include "accelerator/device_ops.h"
#include "accelerator/device_weights.h"
#include "accelerator/heads.h"
#include "accelerator/rotary.h"
#include "backend/profile.h"
#include "checkpoint/dia_config.h"

#include <ATen/core/Tensor.h>

#include <string>

namespace parley::accelerator {

/// What all layers of a network compute with.
struct Formats {
    at::Device device = at::kCPU;
    backend::AttentionKind attention = backend::AttentionKind::Fused;
    at::ScalarType activations = at::kFloat; ///< of what matrices are given; between layers it is float32
    at::ScalarType cache = at::kFloat;
    double normEps = 1e-5;
    const DeviceOps* ops = &torchOps();
};

struct DeviceSelfAttention {
    DeviceSelfAttention(DeviceWeights& weights, const std::string& name, Heads sizes);

    /// x [N, D] → turned queries [N, queries, H], turned keys and values [N, keys, H].
    struct Projected {
        at::Tensor q, k, v;
    };
    [[nodiscard]] Projected project(const at::Tensor& x, const Turn& turn) const;

    Heads heads;
    DeviceLinear qkv_proj; ///< [(queries + 2 keys) · H, D]
    DeviceLinear o_proj;   ///< [D, queries · H]
};

struct DeviceCrossAttention {
    DeviceCrossAttention(DeviceWeights& weights, const std::string& name, Heads sizes, bool turns);

    Heads heads;
    bool rotates; ///< generation 0.1 turns queries and keys by their positions here, too
    DeviceLinear q_proj;
    DeviceLinear kv_proj; ///< [2 keys · H, D of the encoder]
    DeviceLinear o_proj;
};

/// down(silu(gate) · up).
struct DeviceMlp {
    DeviceMlp(DeviceWeights& weights, const std::string& name);
    [[nodiscard]] at::Tensor operator()(const at::Tensor& x) const; ///< [N, D] → [N, D]

    DeviceLinear gate_up_proj;
    DeviceLinear down_proj;
};

/// x [N, D] float32 → normalised in float32, handed over in the format of activations.
[[nodiscard]] at::Tensor norm(const at::Tensor& x, const at::Tensor& weight, const Formats& formats);

/// Queries [N, queries, H] of one sequence's rows as attend() wants them: [1, keys, group · N, H].
[[nodiscard]] at::Tensor grouped(const at::Tensor& q, const Heads& heads);
/// The way back: [1, keys, group · N, H] → [N, queries · H].
[[nodiscard]] at::Tensor ungrouped(const at::Tensor& seen, const Heads& heads);

} // namespace parley::accelerator
