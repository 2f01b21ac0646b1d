// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "sampling/sampler.h"

#include "sampling/philox.h"

#include <algorithm>
#include <cmath>

namespace parley::sampling {

Sampler::Sampler(const SamplerOptions& options, std::int64_t vocab, std::int64_t eos)
    : m_options(options), m_vocab(vocab), m_eos(eos) {}

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
    // A heap whose front is the worst of those kept. Of equals the lower id is kept: it came first.
    const auto isBetter = [](const Candidate& a, const Candidate& b) {
        return a.guided > b.guided || (a.guided == b.guided && a.id < b.id);
    };
    const auto kept = static_cast<std::size_t>(std::min(m_options.topK, m_vocab));
    m_candidates.clear();
    for (std::size_t id = 0; id < conditional.size(); ++id) {
        // Guidance chooses; what is drawn from are the conditional logits.
        const float guided = conditional[id] + m_options.cfgScale * (conditional[id] - unconditional[id]);
        if (m_candidates.size() == kept) {
            if (guided <= m_candidates.front().guided) {
                continue;
            }
            std::pop_heap(m_candidates.begin(), m_candidates.end(), isBetter);
            m_candidates.pop_back();
        }
        m_candidates.push_back({static_cast<std::int64_t>(id), conditional[id], guided});
        std::push_heap(m_candidates.begin(), m_candidates.end(), isBetter);
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
