// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "cuda/device_code.h"

namespace parley::cuda {

namespace {

constexpr unsigned kThreads = 256;

PARLEY_DEVICE bool areNumbers(const FinishStep& work, std::int64_t sequence) {
    float others = 0;
    PARLEY_UNROLLED
    for (std::int64_t i = threadIndex(); i < work.logitsEach; i += kThreads) {
        const float value = work.logits[sequence * work.logitsEach + i];
        others += value - value == 0.0F ? 0.0F : 1.0F;
    }
    return blockSum<kThreads>(others) == 0.0F;
}

/// sampling::CodeGrid's rules, as acceptRows() has them. countdown: of this row.
PARLEY_DEVICE std::int64_t tokenOf(const FinishStep& work, std::int64_t sequence, std::int64_t channel,
                                   std::int64_t row, std::int64_t countdown) {
    std::int64_t token = work.ids[sequence * work.channels + channel];
    if (countdown >= 0) {
        const std::int64_t sinceEnd = work.maxDelay - countdown;
        token = sinceEnd == work.delay[channel] ? work.eos : (sinceEnd > work.delay[channel] ? work.pad : token);
    }
    const std::int64_t since = row - work.firstRow[sequence];
    const std::int64_t ahead = since < 0 ? 0 : (since > work.maxDelay ? work.maxDelay : since);
    const std::int64_t fixed = work.fixed[(sequence * (work.maxDelay + 1) + ahead) * work.channels + channel];
    return fixed >= 0 ? fixed : token;
}

/// A block a sequence.
PARLEY_KERNEL finishStepKernel(FinishStep work) {
    beginAfterEarlier();
    const std::int64_t sequence = blockIndex().x;
    const std::int64_t place = *work.index * work.slots + sequence;
    const std::int64_t row = work.positions[sequence] + 1; // the one that is written
    const std::int64_t before = work.countdown[sequence];
    const bool ends = before < 0 && (work.ids[sequence * work.channels] == work.eos || row >= work.lastStart[sequence]);
    const std::int64_t countdown = ends ? work.maxDelay : before;
    const bool areFinite = areNumbers(work, sequence); // in sync within, so what is written below has been read
    for (std::int64_t channel = threadIndex(); channel < work.channels; channel += kThreads) {
        work.drawn[place * work.channels + channel] = work.ids[sequence * work.channels + channel];
        work.tokens[sequence * work.channels + channel] = tokenOf(work, sequence, channel, row, countdown);
    }
    if (threadIndex() == 0) {
        work.areFinite[place] = areFinite;
        work.countdown[sequence] = countdown > 0 ? countdown - 1 : countdown;
        work.positions[sequence] = row < work.rows ? row : work.rows - 1;
    }
}

} // namespace

void finishStep(const FinishStep& work, Stream stream) {
    launch(&finishStepKernel, {work.count}, kThreads, stream, work);
}

} // namespace parley::cuda
