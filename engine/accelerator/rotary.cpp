// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "accelerator/rotary.h"

#include <ATen/TensorOperators.h>
#include <ATen/ops/cat.h>

namespace parley::accelerator {

Turn Rotary::at(const at::Tensor& positions) const {
    return {m_cos.index_select(0, positions), m_sin.index_select(0, positions)};
}

Turn Rotary::from(std::int64_t first, std::int64_t count) const {
    return {m_cos.narrow(0, first, count), m_sin.narrow(0, first, count)};
}

at::Tensor rotate(const at::Tensor& x, const Turn& turn) {
    const std::vector<at::Tensor> half = x.to(at::kFloat).chunk(2, -1);
    const at::Tensor turned =
        at::cat({half[0] * turn.cos - half[1] * turn.sin, half[1] * turn.cos + half[0] * turn.sin}, -1);
    return turned.to(x.scalar_type());
}

} // namespace parley::accelerator
