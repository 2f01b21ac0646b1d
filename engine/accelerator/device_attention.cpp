// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "accelerator/device_attention.h"

#include <ATen/ops/scaled_dot_product_attention.h>

#include <limits>
#include <optional>

namespace parley::accelerator {

at::Tensor attend(backend::AttentionKind kind, const at::Tensor& q, const at::Tensor& k, const at::Tensor& v,
                  const at::Tensor& mask) {
    if (kind == backend::AttentionKind::Fused) {
        const std::optional<at::Tensor> where = mask.defined() ? std::optional(mask) : std::nullopt;
        return at::scaled_dot_product_attention(q, k, v, where, /*dropout_p=*/0.0, /*is_causal=*/false, /*scale=*/1.0);
    }
    // Without a scale, products of float16 queries and keys can pass 65,504.
    at::Tensor scores = q.to(at::kFloat).matmul(k.to(at::kFloat).transpose(-1, -2)); // [B, G, Q, S]
    if (mask.defined()) {
        scores = scores.masked_fill(mask.logical_not(), -std::numeric_limits<double>::infinity());
    }
    return scores.softmax(-1).matmul(v.to(at::kFloat)).to(q.scalar_type());
}

} // namespace parley::accelerator
