// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "sampling/sampler.h"

#include "sampling/philox.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace parley::sampling {

Sampler::Sampler(const SamplerOptions& options, std::int64_t vocab, std::int64_t eos)
    : m_options(options), m_vocab(vocab), m_eos(eos), m_order(static_cast<std::size_t>(vocab)),
      m_guided(static_cast<std::size_t>(vocab)) {}

void Sampler::draw(std::span<const float> unconditional, std::span<const float> conditional, std::int64_t row,
                   std::span<std::int64_t> out) {
    const auto vocab = static_cast<std::size_t>(m_vocab);
    for (std::size_t channel = 0; channel < out.size(); ++channel) {
        const auto index = static_cast<std::int64_t>(channel);
        keepGuidedTopK(unconditional.subspan(channel * vocab, vocab), conditional.subspan(channel * vocab, vocab));
        maskSpecialIds(index);
        if (m_options.temperature > 0.0F) {
            for (Candidate& candidate : m_candidates) {
                candidate.logit /= m_options.temperature;
            }
            // The reference tests every channel; only channel 0 still has the id.
            settleEndOfSpeech();
            keepTopP();
        }
        out[channel] = pick(row, index);
    }
}

void Sampler::keepGuidedTopK(std::span<const float> unconditional, std::span<const float> conditional) {
    for (std::size_t id = 0; id < m_guided.size(); ++id) {
        m_guided[id] = conditional[id] + m_options.cfgScale * (conditional[id] - unconditional[id]);
    }
    std::iota(m_order.begin(), m_order.end(), std::int64_t{0});
    const auto kept = std::min(m_options.topK, m_vocab);
    // Equal values: the lower id first, so that the choice doesn't depend on the library's partition.
    std::nth_element(m_order.begin(), m_order.begin() + (kept - 1), m_order.end(), [&](std::int64_t a, std::int64_t b) {
        const float x = m_guided[static_cast<std::size_t>(a)];
        const float y = m_guided[static_cast<std::size_t>(b)];
        return x > y || (x == y && a < b);
    });
    m_candidates.clear();
    for (auto id = m_order.begin(); id != m_order.begin() + kept; ++id) {
        // Guidance chooses; what is drawn from are the conditional logits.
        m_candidates.push_back({*id, conditional[static_cast<std::size_t>(*id)]});
    }
    std::sort(m_candidates.begin(), m_candidates.end(), [](const Candidate& a, const Candidate& b) {
        return a.logit > b.logit || (a.logit == b.logit && a.id < b.id);
    });
}

void Sampler::maskSpecialIds(std::int64_t channel) {
    const std::int64_t last = channel == 0 ? m_eos : m_eos - 1;
    std::erase_if(m_candidates, [last](const Candidate& candidate) { return candidate.id > last; });
}

void Sampler::settleEndOfSpeech() {
    if (m_candidates.front().id == m_eos) {
        m_candidates.resize(1);
    } else {
        std::erase_if(m_candidates, [this](const Candidate& candidate) { return candidate.id == m_eos; });
    }
}

void Sampler::keepTopP() {
    if (m_options.topP >= 1.0F) {
        return;
    }
    const float highest = m_candidates.front().logit;
    double total = 0.0;
    for (const Candidate& candidate : m_candidates) {
        total += std::exp(static_cast<double>(candidate.logit - highest));
    }
    // The id that crosses p is still kept.
    double sum = 0.0;
    std::size_t kept = 0;
    while (kept < m_candidates.size() && sum <= static_cast<double>(m_options.topP) * total) {
        sum += std::exp(static_cast<double>(m_candidates[kept].logit - highest));
        ++kept;
    }
    m_candidates.resize(std::max<std::size_t>(kept, 1));
}

std::int64_t Sampler::pick(std::int64_t row, std::int64_t channel) const {
    if (m_options.temperature <= 0.0F) {
        return m_candidates.front().id;
    }
    const PhiloxKey key{static_cast<std::uint32_t>(m_options.seed), static_cast<std::uint32_t>(m_options.seed >> 32U)};
    std::int64_t best = m_candidates.front().id;
    float highest = -INFINITY;
    for (const Candidate& candidate : m_candidates) {
        const PhiloxCounter words = philox4x32({static_cast<std::uint32_t>(row), static_cast<std::uint32_t>(channel),
                                                static_cast<std::uint32_t>(candidate.id / 4), 0},
                                               key);
        // Adding Gumbel noise and taking the highest draws with the softmax's probabilities.
        const float value = candidate.logit + gumbel(words[static_cast<std::size_t>(candidate.id % 4)]);
        if (value > highest) {
            highest = value;
            best = candidate.id;
        }
    }
    return best;
}

} // namespace parley::sampling
