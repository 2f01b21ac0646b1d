// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "model/mlp.h"

#include "backend/parallel.h"

#include <ATen/core/Tensor.h>
#include <ATen/ops/empty.h>
#include <ATen/ops/rms_norm.h>
#include <ATen/ops/silu.h>

namespace parley::model {

namespace {

constexpr std::int64_t kRowsPerTask = 8;

} // namespace

at::Tensor Mlp::operator()(const at::Tensor& x) const {
    const at::Tensor gateUp = gate_up_proj(x);
    const std::int64_t width = gateUp.size(1) / 2;
    at::Tensor hidden = at::empty({x.size(0), width}, x.options());
    backend::inPieces(x.size(0), kRowsPerTask, [&](std::int64_t begin, std::int64_t end) {
        const at::Tensor rows = gateUp.narrow(0, begin, end - begin);
        hidden.narrow(0, begin, end - begin)
            .copy_(at::silu(rows.narrow(1, 0, width)).mul_(rows.narrow(1, width, width)));
    });
    return down_proj(hidden);
}

at::Tensor rmsNorm(const at::Tensor& x, const at::Tensor& weight, double eps) {
    return at::rms_norm(x, weight.sizes(), weight, eps);
}

} // namespace parley::model
