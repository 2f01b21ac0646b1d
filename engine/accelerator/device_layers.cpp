// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "accelerator/device_layers.h"

#include <ATen/TensorOperators.h>
#include <ATen/ops/rms_norm.h>

namespace parley::accelerator {

DeviceSelfAttention::DeviceSelfAttention(DeviceWeights& weights, const std::string& name, Heads sizes)
    : heads(sizes), qkv_proj(weights.takeLinear(name + ".qkv_proj")), o_proj(weights.takeLinear(name + ".o_proj")) {}

DeviceSelfAttention::Projected DeviceSelfAttention::project(const at::Tensor& x, const Turn& turn) const {
    const at::Tensor all = qkv_proj(x).view({x.size(0), heads.queries + 2 * heads.keys, heads.dim});
    const at::Tensor turned = rotate(all.narrow(1, 0, heads.queries + heads.keys), turn);
    return {turned.narrow(1, 0, heads.queries), turned.narrow(1, heads.queries, heads.keys),
            all.narrow(1, heads.queries + heads.keys, heads.keys)};
}

DeviceCrossAttention::DeviceCrossAttention(DeviceWeights& weights, const std::string& name, Heads sizes, bool turns)
    : heads(sizes), rotates(turns), q_proj(weights.takeLinear(name + ".q_proj")),
      kv_proj(weights.takeLinear(name + ".kv_proj")), o_proj(weights.takeLinear(name + ".o_proj")) {}

DeviceMlp::DeviceMlp(DeviceWeights& weights, const std::string& name)
    : gate_up_proj(weights.takeLinear(name + ".gate_up_proj")), down_proj(weights.takeLinear(name + ".down_proj")) {}

at::Tensor DeviceMlp::operator()(const at::Tensor& x) const {
    return down_proj(gate_up_proj.gated(x));
}

at::Tensor norm(const at::Tensor& x, const at::Tensor& weight, const Formats& formats) {
    return at::rms_norm(x, {x.size(-1)}, weight, formats.normEps).to(formats.activations);
}

at::Tensor grouped(const at::Tensor& q, const Heads& heads) {
    // [N, keys, group, H] → [keys, group, N, H]
    const at::Tensor split = q.view({q.size(0), heads.keys, heads.group(), heads.dim}).permute({1, 2, 0, 3});
    return split.reshape({1, heads.keys, heads.group() * q.size(0), heads.dim});
}

at::Tensor ungrouped(const at::Tensor& seen, const Heads& heads) {
    const std::int64_t rows = seen.size(2) / heads.group();
    return seen.view({heads.keys, heads.group(), rows, heads.dim}).permute({2, 0, 1, 3}).reshape({rows, -1});
}

} // namespace parley::accelerator
