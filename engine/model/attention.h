// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <ATen/core/Tensor.h>

namespace parley::model {

/// Softmax attention with the scale 1.0 that Dia was trained with, grouped keys and values allowed.
/// q [T, heads, H] float32; k, v [kvHeads, S, H] in the cache dtype. `causalFrom` < 0: every query sees all keys; else
/// query t sees the keys 0 … causalFrom + t. Returns [T, heads · H] float32.
[[nodiscard]] at::Tensor attend(const at::Tensor& q, const at::Tensor& k, const at::Tensor& v, std::int64_t causalFrom);

} // namespace parley::model
