// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "cuda/device_code.h"

#include <cmath>

namespace parley::cuda {

namespace {

constexpr unsigned kThreads = 256;

template <typename T>
PARLEY_KERNEL gatedKernel(Gated work) {
    beginAfterEarlier();
    const std::int64_t row = blockIndex().y;
    const std::int64_t i = blockIndex().x * kThreads + threadIndex();
    if (i >= work.width) {
        return;
    }
    const T* const both = static_cast<const T*>(work.both) + row * 2 * work.width;
    const float gate = static_cast<float>(both[i]);
    const float up = static_cast<float>(both[i + work.width]);
    static_cast<T*>(work.out)[row * work.width + i] = static_cast<T>(gate / (1.0F + expf(-gate)) * up);
}

} // namespace

void gated(const Gated& work, Stream stream) {
    const Grid grid{piecesOf(work.width, kThreads), work.rows};
    withType(work.format, [&](auto zero) { launch(&gatedKernel<decltype(zero)>, grid, kThreads, stream, work); });
}

} // namespace parley::cuda
