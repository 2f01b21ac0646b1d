// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "kernels/prepared_rows.h"
#include "model/decoder_weights.h"

#include <cstdint>
#include <vector>

namespace parley::model {

/// What a matrix is multiplied with: rows of float32, and what packed weights need of them.
struct StepInput {
    std::vector<float> floats;       ///< [rows, width]
    kernels::PreparedRows quantized; ///< in use if any matrix that reads them is packed
    std::size_t rows = 0;
    std::size_t width = 0;
    bool isQuantized = false;

    void reset(std::int64_t rowCount, std::int64_t rowWidth, bool forPacked);
    [[nodiscard]] float* row(std::int64_t index) noexcept {
        return floats.data() + static_cast<std::size_t>(index) * width;
    }
    [[nodiscard]] kernels::RowsView view() const noexcept;
};

/// Memory that a decoder step works in; it is used again by the next one.
struct StepBuffers {
    std::vector<float> x;      ///< [R, D], what flows between the layers
    std::vector<float> wide;   ///< [R, widest product]: queries, keys and values; logits
    std::vector<float> scores; ///< [threads, scoresPerThread]
    std::int64_t scoresPerThread = 0;

    StepInput normed;      ///< [R, D]
    StepInput crossNormed; ///< [conditional R, D]
    StepInput seen;        ///< [R, heads · H], what self-attention sees
    StepInput crossSeen;   ///< [conditional R, heads · H]
    StepInput gated;       ///< [R, F], silu(gate) · up

    void reset(const DecoderWeights& weights, std::int64_t rows, std::int64_t conditional, std::int64_t threads);
};

} // namespace parley::model
