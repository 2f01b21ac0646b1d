// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/profile.h"

#include <ATen/core/Tensor.h>

namespace parley::accelerator {

/// Softmax attention with the scale 1.0 that Dia was trained with. q [B, G, Q, H] (all queries that share a
/// key-value head side by side, so that no key is repeated); k, v [B, G, S, H]; mask bool, true where it may look,
/// broadcast to [B, G, Q, S], or undefined. Scores and softmax are float32 in either kind. Returns [B, G, Q, H].
[[nodiscard]] at::Tensor attend(backend::AttentionKind kind, const at::Tensor& q, const at::Tensor& k,
                                const at::Tensor& v, const at::Tensor& mask);

} // namespace parley::accelerator
