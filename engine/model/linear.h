// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <ATen/core/Tensor.h>

namespace parley::model {

/// y = x · Wᵀ without a bias. Activations are float32 whatever the weights' dtype: float32 or bfloat16.
class Linear {
public:
    Linear() = default;
    explicit Linear(at::Tensor weight) : m_weight(std::move(weight)) {} ///< [out, in], contiguous

    /// x [rows, in] float32, contiguous → [rows, out] float32.
    [[nodiscard]] at::Tensor operator()(const at::Tensor& x) const;

    /// The columns [begin, end) of y [rows, out] for up to kernels::kMaxSkinnyRows rows of x [rows, in], on this
    /// thread.
    void columns(const float* x, std::int64_t rows, float* y, std::int64_t begin, std::int64_t end) const;

    [[nodiscard]] std::int64_t outputs() const { return m_weight.size(0); }
    [[nodiscard]] const at::Tensor& weight() const noexcept { return m_weight; }

private:
    [[nodiscard]] at::Tensor skinny(const at::Tensor& x) const;
    [[nodiscard]] at::Tensor blocked(const at::Tensor& x) const;

    at::Tensor m_weight;
};

} // namespace parley::model
