// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/decoder_weights.h"

#include <cstdint>

namespace parley::model {

/// One key-value head of one sequence in a decoder step.
struct StepHead {
    std::int64_t head = 0;
    std::int64_t position = 0; ///< of the sequence's row
    float* projected =
        nullptr;             ///< the row's queries, and behind them its keys and values for self-attention; not turned
    float* scores = nullptr; ///< room for the group's queries times the positions
    float* seen = nullptr;   ///< [heads · H], of which the group's part is written
};

/// Self-attention: turns queries and key in place, puts key and value into the cache, and looks. Any thread.
void attendSelfHead(const SelfAttention& attention, const Rope& rope, const LayerCache& cache, const StepHead& own);

/// Cross-attention over a text; where the generation turns queries, in place. Any thread.
void attendCrossHead(const CrossAttention& attention, const Rope& rope, const CrossMemory& memory, const StepHead& own);

} // namespace parley::model
