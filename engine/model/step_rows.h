// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/decoder_weights.h"

#include <cstdint>
#include <span>
#include <vector>

namespace parley::model {

/// The sequences of one decoder step, the unconditional ones first.
struct StepRows {
    std::span<const std::int64_t> tokens; ///< [R, C]
    std::span<const DecoderRow> rows;     ///< R
    std::int64_t unconditional = 0;       ///< how many have no text

    [[nodiscard]] std::int64_t count() const noexcept { return static_cast<std::int64_t>(rows.size()); }
    [[nodiscard]] std::int64_t conditional() const noexcept { return count() - unconditional; }
};

/// Memory that a decoder step works in; it grows to the largest step so far.
struct StepBuffers {
    std::vector<float> x;      ///< [R, D], what flows between the layers
    std::vector<float> normed; ///< [R, D]
    std::vector<float> wide;   ///< [R, widest product]: queries, keys and values; gates and ups; logits
    std::vector<float> gated;  ///< [R, F], silu(gate) · up
    std::vector<float> seen;   ///< [R, heads · H], what attention sees
    std::vector<float> added;  ///< [R, D], on its way into x
    std::vector<float> scores; ///< [threads, queries of a group · positions]

    void resize(const checkpoint::DiaConfig& config, std::int64_t rows, std::int64_t threads);

    std::int64_t scoresPerThread = 0;
};

} // namespace parley::model
