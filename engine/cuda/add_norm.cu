// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "cuda/device_code.h"

#include <cmath>

namespace parley::cuda {

namespace {

constexpr unsigned kThreads = 256;

/// A block a row.
template <typename T>
PARLEY_KERNEL addNormKernel(AddNorm work) {
    const std::int64_t row = blockIndex().x;
    float* const x = work.x + row * work.xStride;
    const T* const first = static_cast<const T*>(work.first) + row * work.firstStride;
    const float* const second = work.second + row * work.secondStride;
    T* const out = static_cast<T*>(work.out) + row * work.outStride;
    float squares = 0;
    for (std::int64_t i = threadIndex(); i < work.width; i += kThreads) {
        float value = x[i];
        value += work.first == nullptr ? 0.0F : static_cast<float>(first[i]);
        value += work.second == nullptr ? 0.0F : second[i];
        x[i] = value; // read again by the same thread alone
        squares += value * value;
    }
    const float mean = blockSum<kThreads>(squares) / static_cast<float>(work.width);
    const float factor = 1.0F / sqrtf(mean + work.eps);
    for (std::int64_t i = threadIndex(); i < work.width; i += kThreads) {
        out[i] = static_cast<T>(x[i] * factor * work.weight[i]);
    }
}

} // namespace

void addNorm(const AddNorm& work, Stream stream) {
    withType(work.activations,
             [&](auto zero) { launch(&addNormKernel<decltype(zero)>, {work.rows}, kThreads, stream, work); });
}

} // namespace parley::cuda
