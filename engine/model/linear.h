// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "kernels/linear_weights.h"

#include <ATen/core/Tensor.h>

namespace parley::model {

/// y = x · Wᵀ without a bias. What goes in and out is float32; on the way, x may be rounded to what suits the weights
/// (decisions 0002 and 0009).
class Linear {
public:
    Linear() = default;

    /// weight [out, in] float32 or bfloat16, contiguous; kept as it is.
    explicit Linear(const at::Tensor& weight);

    /// The same in `format`: int8 and int4 are packed from the weight, on all threads.
    Linear(const at::Tensor& weight, kernels::WeightFormat format);

    /// bytes: a matrix [outputs, inputs] as it was packed in `format`.
    Linear(at::Tensor bytes, kernels::WeightFormat format, std::int64_t outputs, std::int64_t inputs);

    /// x [rows, in] float32, contiguous → [rows, out] float32.
    [[nodiscard]] at::Tensor operator()(const at::Tensor& x) const;

    /// What the kernels for few rows read; valid as long as this object.
    [[nodiscard]] const kernels::LinearWeights& weights() const noexcept { return m_weights; }
    [[nodiscard]] const at::Tensor& memory() const noexcept { return m_memory; } ///< [out, in], or packed bytes
    [[nodiscard]] std::int64_t outputs() const noexcept { return static_cast<std::int64_t>(m_weights.outputs); }
    [[nodiscard]] std::int64_t inputs() const noexcept { return static_cast<std::int64_t>(m_weights.inputs); }

private:
    [[nodiscard]] at::Tensor fewRows(const at::Tensor& x) const;
    [[nodiscard]] at::Tensor manyRows(const at::Tensor& x) const;

    at::Tensor m_memory;
    kernels::LinearWeights m_weights;
};

} // namespace parley::model
