// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "model/attention.h"

#include <ATen/ATen.h>

#include <optional>

namespace parley::model {

at::Tensor attend(const at::Tensor& q, const at::Tensor& k, const at::Tensor& v, std::int64_t causalFrom) {
    const std::int64_t queries = q.size(0);
    std::optional<at::Tensor> mask;
    if (causalFrom >= 0 && queries > 1) {
        mask = at::ones({queries, k.size(1)}, at::kBool).tril(causalFrom); // [T, S], true where it may look
    }
    const at::Tensor out = at::scaled_dot_product_attention(
        q.transpose(0, 1).unsqueeze(0).to(k.scalar_type()), k.unsqueeze(0), v.unsqueeze(0), mask, /*dropout_p=*/0.0,
        /*is_causal=*/false, /*scale=*/1.0, /*enable_gqa=*/q.size(1) != k.size(0)); // [1, heads, T, H]
    return out.squeeze(0).transpose(0, 1).reshape({queries, -1}).to(at::kFloat);
}

} // namespace parley::model
