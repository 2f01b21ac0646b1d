// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "kernels/linear.h"
#include "model/decoder_weights.h"
#include "model/step_buffers.h"
#include "parley/phrase.h"

#include <atomic>
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
    /// Most rows of one call; two a guided sequence.
    static constexpr std::size_t kMostRows = kernels::kMaxLinearRows;

    /// The weights have to live as long.
    explicit DecodeStep(const DecoderWeights& weights) : m_weights(weights) {}

    /// tokens [R, C]; `rows` has R entries, at most kMostRows, the unconditional ones first. Fills the
    /// caches at each row's position and returns the logits [R, C, V], valid until the next call. One thread at a time.
    std::span<const float> operator()(std::span<const std::int64_t> tokens, std::span<const DecoderRow> rows);

    /// Where the numbers of such a call run over: the first layer whose result holds NaN or infinity, else what stands
    /// behind the layers. Does the call again; what it writes to the caches is what stands there already.
    [[nodiscard]] Phrase placeOfOverflow(std::span<const std::int64_t> tokens, std::span<const DecoderRow> rows);

private:
    void watch(backend::Team& team, std::size_t index);
    void throughLayers(backend::Team& team);
    void attendSelf(backend::Team& team, std::size_t index);
    void attendCross(backend::Team& team, std::size_t index);
    void feedForward(backend::Team& team, const DecoderLayer& layer);
    void embed(std::int64_t row);
    void normAll(backend::Team& team, const at::Tensor& weight);
    void norm(const at::Tensor& weight, const float* from, StepInput& into, std::int64_t row) const;
    [[nodiscard]] float* x(std::int64_t row) noexcept {
        return m_buffers.x.data() + row * m_weights.config.decoder.hidden;
    }
    [[nodiscard]] float* scores(const backend::Team& team) noexcept;
    [[nodiscard]] std::int64_t rowCount() const noexcept { return static_cast<std::int64_t>(m_rows.size()); }

    const DecoderWeights& m_weights;
    StepBuffers m_buffers;
    std::span<const std::int64_t> m_tokens;         ///< of the step at hand: [R, C]
    std::span<const DecoderRow> m_rows;             ///< R
    std::int64_t m_unconditional = 0;               ///< rows without a text, the first ones
    std::atomic<std::size_t>* m_firstBad = nullptr; ///< the first layer that runs over, where it is looked for
};

} // namespace parley::model
