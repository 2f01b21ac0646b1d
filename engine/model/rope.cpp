// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "model/rope.h"

#include <ATen/TensorOperators.h>
#include <ATen/core/Tensor.h>
#include <ATen/ops/arange.h>
#include <ATen/ops/cat.h>
#include <ATen/ops/pow.h>
#include <ATen/ops/scalar_tensor.h>

namespace parley::model {

Rope::Rope(std::int64_t positions, std::int64_t headDim, double theta) {
    // In float32 throughout, as the reference: at late positions, rounding the angle otherwise would show.
    const at::Tensor fraction = at::arange(headDim / 2, at::kFloat).mul(2.0).div(static_cast<double>(headDim));
    const at::Tensor timescale = at::pow(at::scalar_tensor(theta, at::kFloat), fraction);
    const at::Tensor angle = at::arange(positions, at::kFloat).unsqueeze(-1).div(timescale).unsqueeze(1);
    m_cos = angle.cos();
    m_sin = angle.sin();
}

at::Tensor Rope::operator()(const at::Tensor& x, std::int64_t first) const {
    const at::Tensor cos = m_cos.narrow(0, first, x.size(0));
    const at::Tensor sin = m_sin.narrow(0, first, x.size(0));
    const std::vector<at::Tensor> half = x.chunk(2, -1);
    return at::cat({half[0] * cos - half[1] * sin, half[1] * cos + half[0] * sin}, -1);
}

} // namespace parley::model
