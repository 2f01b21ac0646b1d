// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace parley::sampling {

/// How tokens are chosen.
struct SamplerOptions {
    float cfgScale = 3.0F;
    float temperature = 1.3F; ///< 0: the most likely
    float topP = 0.95F;
    std::int64_t topK = 45;
    std::uint64_t seed = 0;
};

/// Draws the next code of each channel (the reference's rules; specification, section 5, 4 to 6). Noise comes from
/// Philox: key = seed, counter = (row, channel, id / 4, 0), so a draw depends on nothing but these and the logits.
class Sampler {
public:
    /// vocab: ids a channel has; eos: the id that ends speech, above all codes and below all other special ids.
    Sampler(const SamplerOptions& options, std::int64_t vocab, std::int64_t eos);

    /// Logits of one row, [channels, vocab] each → `out` [channels]. `row` is the row that is written.
    void draw(std::span<const float> unconditional, std::span<const float> conditional, std::int64_t row,
              std::span<std::int64_t> out);

private:
    struct Candidate {
        std::int64_t id;
        float logit;  ///< the conditional one
        float guided; ///< what top-k goes by
    };
    void keepGuidedTopK(std::span<const float> unconditional, std::span<const float> conditional);
    void maskSpecialIds(std::int64_t channel);
    void settleEndOfSpeech();
    void keepTopP();
    [[nodiscard]] std::int64_t pick(std::int64_t row, std::int64_t channel) const;

    SamplerOptions m_options;
    std::int64_t m_vocab;
    std::int64_t m_eos;
    std::vector<Candidate> m_candidates; ///< what may still be drawn
};

/// Fewest ids that top-k must keep so that there is always one to draw: four special ids may be among them.
inline constexpr std::int64_t kMinTopK = 5;

} // namespace parley::sampling
