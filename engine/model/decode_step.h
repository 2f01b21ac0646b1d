// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/decoder_weights.h"
#include "model/step_rows.h"

#include <cstdint>
#include <span>

namespace parley::backend {
class Team;
}

namespace parley::model {

/// One row of codes for each of several sequences through the whole decoder: what is done some thousand times for a
/// script. All threads go through the layers as one team, each weight is read once for all rows, and nothing is
/// allocated after the first step. A row's results don't depend on the other rows, nor on the number of threads.
/// Decoder::forward() computes the same from tensors, for many rows of a sequence at once.
class DecodeStep {
public:
    explicit DecodeStep(const DecoderWeights& weights) : m_weights(weights) {}

    /// tokens [R, C]; `rows` has R entries, the unconditional ones first. Fills the caches at each row's position and
    /// returns the logits [R, C, V], valid until the next call. One thread at a time.
    std::span<const float> operator()(std::span<const std::int64_t> tokens, std::span<const DecoderRow> rows);

private:
    void throughLayers(backend::Team& team);
    void attendSelf(backend::Team& team, std::size_t index);
    void attendCross(backend::Team& team, std::size_t index);
    void feedForward(backend::Team& team, const DecoderLayer& layer);
    void embed(std::int64_t row);
    void project(backend::Team& team, const Linear& linear, const float* x, std::int64_t rows, float* y);
    void addProjected(backend::Team& team, const Linear& linear, const float* x, std::int64_t rows, float* y);
    void norm(backend::Team& team, const at::Tensor& weight, std::int64_t first);

    const DecoderWeights& m_weights;
    StepRows m_rows;
    StepBuffers m_buffers;
};

} // namespace parley::model
