// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "cuda/device_code.h"
#include "sampling/philox.h"

#include <cmath>

namespace parley::cuda {

namespace {

constexpr unsigned kThreads = 512;

/// What is left to draw from, for one channel.
struct Candidates {
    float values[kMostIds];
    std::int32_t ids[kMostIds];
};

PARLEY_DEVICE bool isBetter(const Candidates& all, unsigned a, unsigned b) {
    return all.values[a] > all.values[b] || (all.values[a] == all.values[b] && all.ids[a] < all.ids[b]);
}

/// The first power of two that isn't below.
PARLEY_DEVICE unsigned roundedUp(std::int64_t count) {
    unsigned size = 1;
    while (size < count) {
        size *= 2;
    }
    return size;
}

/// The best first, of equals the lower id. A bitonic network (Batcher, 1968); size is a power of two. All threads call
/// it, after what was written is in sync; and it is, afterwards.
PARLEY_DEVICE void sortBest(Candidates& all, unsigned size) {
    for (unsigned run = 2; run <= size; run *= 2) {
        for (unsigned apart = run / 2; apart > 0; apart /= 2) {
            for (unsigned pair = threadIndex(); pair < size / 2; pair += kThreads) {
                const unsigned i = 2 * pair - (pair & (apart - 1)); // the one with a zero where they differ
                const unsigned other = i + apart;
                const bool bestFirst = (i & run) == 0;
                if (isBetter(all, other, i) == bestFirst) {
                    const float value = all.values[i];
                    const std::int32_t id = all.ids[i];
                    all.values[i] = all.values[other];
                    all.ids[i] = all.ids[other];
                    all.values[other] = value;
                    all.ids[other] = id;
                }
            }
            syncBlock();
        }
    }
}

/// The ids that top-k keeps by their guided logits, with the conditional ones, sorted; returns how many.
PARLEY_DEVICE std::int64_t keepTopK(const Draw& work, std::int64_t sequence, std::int64_t channel, Candidates& all) {
    const std::int64_t each = work.channels * work.vocab;
    const float* const unconditional = work.logits + 2 * sequence * each + channel * work.vocab;
    const float* const conditional = unconditional + each;
    const unsigned size = roundedUp(work.vocab);
    for (std::int64_t i = threadIndex(); i < size; i += kThreads) {
        const bool isId = i < work.vocab;
        all.ids[i] = static_cast<std::int32_t>(i);
        // Guidance chooses; what is drawn from are the conditional logits.
        all.values[i] =
            isId ? conditional[i] + work.cfgScale[sequence] * (conditional[i] - unconditional[i]) : -INFINITY;
    }
    syncBlock();
    sortBest(all, size);
    const std::int64_t kept = work.topK[sequence] < work.vocab ? work.topK[sequence] : work.vocab;
    const std::int64_t last = channel == 0 ? work.eos : work.eos - 1;
    const float temperature = work.temperature[sequence];
    for (std::int64_t i = threadIndex(); i < roundedUp(kept); i += kThreads) {
        const bool isAllowed = i < kept && all.ids[i] <= last;
        all.values[i] = isAllowed ? conditional[all.ids[i]] / (temperature == 0.0F ? 1.0F : temperature) : -INFINITY;
    }
    syncBlock();
    sortBest(all, roundedUp(kept));
    return kept;
}

/// How many of the first ones top-p keeps. The id that crosses p is still kept.
PARLEY_DEVICE std::int64_t countTopP(const Candidates& all, std::int64_t kept, float topP, double* shares) {
    if (topP >= 1.0F) {
        return kept;
    }
    for (std::int64_t i = threadIndex(); i < kept; i += kThreads) {
        shares[i] = exp(static_cast<double>(all.values[i] - all.values[0]));
    }
    syncBlock();
    // Few, and the same order as on the host: every thread adds for itself.
    double total = 0;
    for (std::int64_t i = 0; i < kept; ++i) {
        total += shares[i];
    }
    double sum = 0;
    std::int64_t count = 0;
    while (count < kept && sum <= static_cast<double>(topP) * total) {
        sum += shares[count];
        ++count;
    }
    return count;
}

/// The place of the highest sum of logit and Gumbel noise, which draws with the softmax's probabilities.
PARLEY_DEVICE std::int32_t pick(const Draw& work, std::int64_t sequence, std::int64_t channel, Candidates& all,
                                std::int64_t count) {
    const auto seed = static_cast<std::uint64_t>(work.seeds[sequence]);
    const sampling::PhiloxKey key{static_cast<std::uint32_t>(seed), static_cast<std::uint32_t>(seed >> 32U)};
    for (std::int64_t i = threadIndex(); i < count; i += kThreads) {
        const auto id = static_cast<std::uint32_t>(all.ids[i]);
        const sampling::PhiloxCounter words = sampling::philox4x32(
            {static_cast<std::uint32_t>(work.rows[sequence]), static_cast<std::uint32_t>(channel), id / 4, 0}, key);
        all.values[i] += -logf(-logf(sampling::uniform(words[id % 4])));
    }
    syncBlock();
    std::int64_t best = 0;
    for (std::int64_t i = 1; i < count; ++i) {
        best = all.values[i] > all.values[best] ? i : best;
    }
    return all.ids[best];
}

/// A block a channel and sequence.
PARLEY_KERNEL drawKernel(Draw work) {
    PARLEY_SHARED Candidates all;
    PARLEY_SHARED double shares[kMostIds];
    beginAfterEarlier();
    const std::int64_t channel = blockIndex().x;
    const std::int64_t sequence = blockIndex().y;
    const std::int64_t kept = keepTopK(work, sequence, channel, all);
    std::int32_t id = all.ids[0];
    // Speech ends where that is the most likely id, and only there.
    if (id != work.eos && work.temperature[sequence] != 0.0F) {
        syncBlock(); // all have read the first one
        for (std::int64_t i = threadIndex(); i < kept; i += kThreads) {
            all.values[i] = all.ids[i] == work.eos ? -INFINITY : all.values[i];
        }
        syncBlock();
        id = pick(work, sequence, channel, all, countTopP(all, kept, work.topP[sequence], shares));
    }
    if (threadIndex() == 0) {
        work.ids[sequence * work.channels + channel] = id;
    }
}

} // namespace

void draw(const Draw& work, Stream stream) {
    launch(&drawKernel, {work.channels, work.count}, kThreads, stream, work);
}

} // namespace parley::cuda
