// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "model/mlp.h"

#include <ATen/ATen.h>

namespace parley::model {

at::Tensor Mlp::operator()(const at::Tensor& x) const {
    const std::vector<at::Tensor> gateUp = gate_up_proj(x).chunk(2, -1);
    return down_proj(at::silu(gateUp[0]).mul_(gateUp[1]));
}

at::Tensor rmsNorm(const at::Tensor& x, const at::Tensor& weight, double eps) {
    return at::rms_norm(x, weight.sizes(), weight, eps);
}

} // namespace parley::model
