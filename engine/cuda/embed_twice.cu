// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "cuda/device_code.h"

namespace parley::cuda {

namespace {

constexpr unsigned kThreads = 256;

template <typename T>
PARLEY_KERNEL embedTwiceKernel(EmbedTwice work) {
    beginAfterEarlier();
    const std::int64_t i = blockIndex().x * kThreads + threadIndex();
    const std::int64_t row = blockIndex().y;
    if (i >= work.width) {
        return;
    }
    float sum = 0;
    PARLEY_UNROLLED
    for (std::int64_t channel = 0; channel < work.channels; ++channel) {
        const std::int64_t id = work.offsets[channel] + work.tokens[row * work.channels + channel];
        sum += static_cast<float>(static_cast<const T*>(work.table)[id * work.width + i]);
    }
    work.out[2 * row * work.width + i] = sum;
    work.out[(2 * row + 1) * work.width + i] = sum;
}

} // namespace

void embedTwice(const EmbedTwice& work, Stream stream) {
    const Grid grid{piecesOf(work.width, kThreads), work.rows};
    withType(work.format, [&](auto zero) { launch(&embedTwiceKernel<decltype(zero)>, grid, kThreads, stream, work); });
}

} // namespace parley::cuda
