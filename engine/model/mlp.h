// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/linear.h"

namespace parley::model {

/// Gated feed-forward layer: down(silu(gate) · up).
struct Mlp {
    Linear gate_up_proj; ///< [2F, D], the gate's rows first
    Linear down_proj;    ///< [D, F]

    /// x [rows, D] → [rows, D].
    [[nodiscard]] at::Tensor operator()(const at::Tensor& x) const;
};

/// Root-mean-square norm in float32 (https://arxiv.org/abs/1910.07467): x [rows, D], weight [D].
[[nodiscard]] at::Tensor rmsNorm(const at::Tensor& x, const at::Tensor& weight, double eps);

} // namespace parley::model
