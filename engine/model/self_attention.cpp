// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "model/self_attention.h"

#include "model/attention.h"

#include <ATen/core/Tensor.h>

namespace parley::model {

SelfAttention::Projected SelfAttention::project(const at::Tensor& x) const {
    const at::Tensor all = qkv_proj(x).view({x.size(0), heads + 2 * kvHeads, headDim});
    return {all.narrow(1, 0, heads), all.narrow(1, heads, kvHeads), all.narrow(1, heads + kvHeads, kvHeads)};
}

at::Tensor SelfAttention::bidirectional(const at::Tensor& x, const Rope& rope, at::ScalarType dtype) const {
    const Projected rows = project(x);
    const at::Tensor k = rope(rows.k, 0).transpose(0, 1).to(dtype); // [kvHeads, T, H]
    const at::Tensor v = rows.v.transpose(0, 1).to(dtype);
    return o_proj(attend(rope(rows.q, 0), k, v, /*causalFrom=*/-1));
}

at::Tensor SelfAttention::causal(const Projected& rows, const Rope& rope, LayerCache& cache,
                                 std::int64_t position) const {
    const std::int64_t count = rows.q.size(0);
    cache.k.narrow(1, position, count).copy_(rope(rows.k, position).transpose(0, 1));
    cache.v.narrow(1, position, count).copy_(rows.v.transpose(0, 1));
    const std::int64_t filled = position + count;
    return attend(rope(rows.q, position), cache.k.narrow(1, 0, filled), cache.v.narrow(1, 0, filled), position);
}

} // namespace parley::model
