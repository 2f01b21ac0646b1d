// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "model/attention.h"

#include "backend/parallel.h"

#include <ATen/core/Tensor.h>
#include <ATen/ops/empty.h>
#include <ATen/ops/ones.h>
#include <ATen/ops/scaled_dot_product_attention.h>

#include <optional>

namespace parley::model {

at::Tensor attend(const at::Tensor& q, const at::Tensor& k, const at::Tensor& v, std::int64_t causalFrom) {
    const std::int64_t queries = q.size(0);
    std::optional<at::Tensor> mask;
    if (causalFrom >= 0 && queries > 1) {
        mask = at::ones({queries, k.size(1)}, at::kBool).tril(causalFrom); // [T, S], true where it may look
    }
    const std::int64_t group = q.size(1) / k.size(0);        // query heads per key-value head
    const at::Tensor heads = q.transpose(0, 1).contiguous(); // [heads, T, H]
    at::Tensor out = at::empty({q.size(1), queries, q.size(2)}, q.options());
    backend::inPieces(k.size(0), 1, [&](std::int64_t head, std::int64_t) {
        // Widened head by head: products of bfloat16 are slow on processors without them, and lose the softmax's
        // precision.
        const at::Tensor keys = k.narrow(0, head, 1).to(at::kFloat).unsqueeze(0);   // [1, 1, S, H]
        const at::Tensor values = v.narrow(0, head, 1).to(at::kFloat).unsqueeze(0); // [1, 1, S, H]
        at::Tensor own = heads.narrow(0, head * group, group).unsqueeze(0);         // [1, group, T, H]
        if (queries == 1) {
            own = own.transpose(1, 2); // the group's queries as rows of one product: [1, 1, group, H]
        }
        const at::Tensor seen = at::scaled_dot_product_attention(own, keys, values, mask, /*dropout_p=*/0.0,
                                                                 /*is_causal=*/false, /*scale=*/1.0,
                                                                 /*enable_gqa=*/queries > 1 && group > 1);
        out.narrow(0, head * group, group).copy_(seen.reshape({group, queries, -1}));
    });
    return out.transpose(0, 1).reshape({queries, -1});
}

} // namespace parley::model
