// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/linear.h"
#include "model/rope.h"

namespace parley::model {

/// What one sequence has shown to one decoder layer so far.
struct LayerCache {
    at::Tensor k; ///< [kvHeads, capacity, H]; the positions before the sequence's own are filled
    at::Tensor v;
};

/// Grouped-query self-attention.
struct SelfAttention {
    Linear qkv_proj; ///< [(heads + 2 kvHeads) · H, D]: queries, keys, values
    Linear o_proj;   ///< [D, heads · H]
    std::int64_t heads = 0;
    std::int64_t kvHeads = 0;
    std::int64_t headDim = 0;

    /// Encoder: x [T, D] → [T, D], every position sees every other. Attention itself runs in `dtype`.
    [[nodiscard]] at::Tensor bidirectional(const at::Tensor& x, const Rope& rope, at::ScalarType dtype) const;

    /// Queries, keys and values of x [rows, D], not yet turned: [rows, heads, H], [rows, kvHeads, H] twice.
    struct Projected {
        at::Tensor q, k, v;
    };
    [[nodiscard]] Projected project(const at::Tensor& x) const;

    /// Decoder: writes the keys and values of one sequence's rows [T, …] behind its `position` rows in the cache and
    /// returns what its queries see, [T, heads · H], for o_proj.
    [[nodiscard]] at::Tensor causal(const Projected& rows, const Rope& rope, LayerCache& cache,
                                    std::int64_t position) const;
};

} // namespace parley::model
