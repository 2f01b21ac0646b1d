// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "model/linear.h"

#include "backend/parallel.h"
#include "kernels/skinny_linear.h"

#include <ATen/core/Tensor.h>
#include <ATen/ops/empty.h>
#include <ATen/ops/linear.h>

namespace parley::model {

namespace {

/// Rows of W per task of a thread, a multiple of the kernel's tile.
constexpr std::int64_t kOutputsPerTask = 64;

/// Multiplications below which waking another thread costs more than it saves.
constexpr std::int64_t kSmallProduct = std::int64_t{1} << 18U;

/// Rows of W per task with many rows of x: a block, widened to float32, stays in a core's caches.
constexpr std::int64_t kOutputsPerBlock = 128;

} // namespace

at::Tensor Linear::operator()(const at::Tensor& x) const {
    return x.size(0) <= static_cast<std::int64_t>(kernels::kMaxSkinnyRows) ? skinny(x) : blocked(x);
}

void Linear::columns(const float* x, std::int64_t rows, float* y, std::int64_t begin, std::int64_t end) const {
    const kernels::LinearShape shape{static_cast<std::size_t>(rows), static_cast<std::size_t>(m_weight.size(0)),
                                     static_cast<std::size_t>(m_weight.size(1))};
    const auto first = static_cast<std::size_t>(begin);
    const auto last = static_cast<std::size_t>(end);
    const void* weight = m_weight.const_data_ptr();
    if (m_weight.scalar_type() == at::kFloat) {
        kernels::skinnyLinear(shape, x, static_cast<const float*>(weight), y, first, last);
    } else {
        kernels::skinnyLinear(shape, x, static_cast<const std::uint16_t*>(weight), y, first, last);
    }
}

at::Tensor Linear::skinny(const at::Tensor& x) const {
    const at::Tensor input = x.contiguous();
    at::Tensor y = at::empty({input.size(0), m_weight.size(0)}, input.options());
    const auto* in = input.const_data_ptr<float>();
    auto* out = y.mutable_data_ptr<float>();
    const bool small = x.size(0) * m_weight.numel() < kSmallProduct;
    backend::inPieces(m_weight.size(0), small ? m_weight.size(0) : kOutputsPerTask,
                      [&](std::int64_t begin, std::int64_t end) { columns(in, input.size(0), out, begin, end); });
    return y;
}

at::Tensor Linear::blocked(const at::Tensor& x) const {
    at::Tensor y = at::empty({x.size(0), m_weight.size(0)}, x.options());
    backend::inPieces(m_weight.size(0), kOutputsPerBlock, [&](std::int64_t begin, std::int64_t end) {
        // Processors without bfloat16 arithmetic have no fast product for it; widening a block costs little beside many
        // rows.
        const at::Tensor block = m_weight.narrow(0, begin, end - begin).to(at::kFloat);
        y.narrow(1, begin, end - begin).copy_(at::linear(x, block));
    });
    return y;
}

} // namespace parley::model
