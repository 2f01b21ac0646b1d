// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/decoder_weights.h"

#include <cstdint>

namespace parley::model {

// One key-value head of one sequence in a decoder step. `scores` is room for the group's queries times the positions;
// `seen` [heads · H] is that sequence's row, of which the group's part is written. Any thread.

/// Self-attention. qkv [(heads + 2 kvHeads) · H] are the sequence's queries, keys and values, not yet turned; the
/// queries are turned in place, and key and value go into the cache at `position`.
void attendSelfHead(const SelfAttention& attention, const Rope& rope, LayerCache& cache, std::int64_t position,
                    std::int64_t head, float* qkv, float* scores, float* seen);

/// Cross-attention over a text. queries [heads · H]; where the generation turns them, in place.
void attendCrossHead(const CrossAttention& attention, const Rope& rope, const CrossMemory& memory,
                     std::int64_t position, std::int64_t head, float* queries, float* scores, float* seen);

} // namespace parley::model
