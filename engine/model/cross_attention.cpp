// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "model/cross_attention.h"

#include "model/attention.h"

#include <ATen/core/Tensor.h>

namespace parley::model {

CrossMemory CrossAttention::remember(const at::Tensor& encoderOut, const Rope& rope, at::ScalarType dtype) const {
    const at::Tensor all = kv_proj(encoderOut).view({encoderOut.size(0), 2 * kvHeads, headDim});
    const at::Tensor k = all.narrow(1, 0, kvHeads);
    const at::Tensor v = all.narrow(1, kvHeads, kvHeads);
    return {(rotates ? rope(k, 0) : k).transpose(0, 1).to(dtype).contiguous(),
            v.transpose(0, 1).to(dtype).contiguous()};
}

at::Tensor CrossAttention::look(const at::Tensor& x, const CrossMemory& memory, const Rope& rope,
                                std::int64_t position) const {
    const at::Tensor q = q_proj(x).view({x.size(0), heads, headDim});
    return attend(rotates ? rope(q, position) : q, memory.k, memory.v, /*causalFrom=*/-1);
}

at::Tensor CrossAttention::unconditional(const at::Tensor& encoderOut) const {
    const at::Tensor v = kv_proj(encoderOut).view({1, 2 * kvHeads, headDim}).narrow(1, kvHeads, kvHeads);
    return o_proj(v.repeat_interleave(heads / kvHeads, 1).reshape({1, heads * headDim}));
}

} // namespace parley::model
