// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/linear.h"
#include "model/rope.h"

namespace parley::model {

/// One text's keys and values for one decoder layer.
struct CrossMemory {
    at::Tensor k; ///< [kvHeads, T, H]
    at::Tensor v;
};

/// Attention of the decoder over the text's real positions.
struct CrossAttention {
    Linear q_proj;  ///< [heads · H, D]
    Linear kv_proj; ///< [2 kvHeads · H, D of the encoder]: keys, values
    Linear o_proj;  ///< [D, heads · H]
    std::int64_t heads = 0;
    std::int64_t kvHeads = 0;
    std::int64_t headDim = 0;
    bool rotates = false; ///< generation 0.1 turns queries and keys by their positions here, too

    /// encoderOut [T, D of the encoder] → keys and values in `dtype`.
    [[nodiscard]] CrossMemory remember(const at::Tensor& encoderOut, const Rope& rope, at::ScalarType dtype) const;

    /// x [T, D] of one sequence, whose first row stands at `position` → what its queries see, [T, heads · H].
    [[nodiscard]] at::Tensor look(const at::Tensor& x, const CrossMemory& memory, const Rope& rope,
                                  std::int64_t position) const;

    /// What this layer adds to a row whose text is all zeros: softmax over equal values is that value, so it is one
    /// vector [1, D], whatever the query and the position. encoderOut [1, D of the encoder] is that text's output.
    [[nodiscard]] at::Tensor unconditional(const at::Tensor& encoderOut) const;
};

} // namespace parley::model
