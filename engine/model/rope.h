// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <ATen/core/Tensor.h>

namespace parley::model {

/// Rotary position embedding (https://arxiv.org/abs/2104.09864), half-split convention: the first half of a head's
/// dimensions is rotated against the second.
class Rope {
public:
    /// Tables for the positions 0 … positions − 1.
    Rope(std::int64_t positions, std::int64_t headDim, double theta);

    /// x [T, heads, H] float32 → the same, row t turned to position first + t.
    [[nodiscard]] at::Tensor operator()(const at::Tensor& x, std::int64_t first) const;

    /// The tables, [positions, 1, H / 2].
    [[nodiscard]] const at::Tensor& cos() const noexcept { return m_cos; }
    [[nodiscard]] const at::Tensor& sin() const noexcept { return m_sin; }

    /// The tables' values for one position, H / 2 each.
    [[nodiscard]] const float* cosines(std::int64_t position) const {
        return m_cos.const_data_ptr<float>() + position * m_cos.size(2);
    }
    [[nodiscard]] const float* sines(std::int64_t position) const {
        return m_sin.const_data_ptr<float>() + position * m_sin.size(2);
    }

private:
    at::Tensor m_cos; ///< [positions, 1, H / 2]
    at::Tensor m_sin;
};

} // namespace parley::model
