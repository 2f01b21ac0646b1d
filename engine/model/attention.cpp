// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "model/attention.h"

#include "backend/parallel.h"

#include <ATen/ATen.h>

#include <optional>

namespace parley::model {

at::Tensor attend(const at::Tensor& q, const at::Tensor& k, const at::Tensor& v, std::int64_t causalFrom) {
    const std::int64_t queries = q.size(0);
    std::optional<at::Tensor> mask;
    if (causalFrom >= 0 && queries > 1) {
        mask = at::ones({queries, k.size(1)}, at::kBool).tril(causalFrom); // [T, S], true where it may look
    }
    const std::int64_t group = q.size(1) / k.size(0);               // query heads per key-value head
    const at::Tensor heads = q.transpose(0, 1).to(k.scalar_type()); // [heads, T, H]
    at::Tensor out = at::empty({queries, q.size(1), q.size(2)}, q.options());
    backend::inPieces(k.size(0), 1, [&](std::int64_t head, std::int64_t) {
        const at::Tensor own = at::scaled_dot_product_attention(
            heads.narrow(0, head * group, group).unsqueeze(0), k.narrow(0, head, 1).unsqueeze(0),
            v.narrow(0, head, 1).unsqueeze(0), mask, /*dropout_p=*/0.0, /*is_causal=*/false, /*scale=*/1.0,
            /*enable_gqa=*/group > 1); // [1, group, T, H]
        out.narrow(1, head * group, group).copy_(own.squeeze(0).transpose(0, 1));
    });
    return out.view({queries, -1});
}

} // namespace parley::model
