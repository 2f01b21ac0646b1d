// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "cuda/device_code.h"

#include <cmath>
#include <type_traits>

namespace parley::cuda {

namespace {

constexpr unsigned kThreads = 512;

/// A block a row. A thread keeps its Each numbers, so that all of them are read at a time.
template <typename T, unsigned Each>
PARLEY_KERNEL addNormKernel(AddNorm work) {
    beginAfterEarlier();
    const NormSet& set = work.sets[blockIndex().y];
    const std::int64_t row = blockIndex().x;
    if (row >= set.rows) {
        return;
    }
    float* const x = set.x + row * set.xStride;
    const T* const first = static_cast<const T*>(set.first) + row * set.firstStride;
    const float* const second = set.second + row * set.secondStride;
    float values[Each];
    float factors[Each];
    for (unsigned k = 0; k < Each; ++k) {
        const std::int64_t i = k * kThreads + threadIndex();
        const bool isThere = i < work.width;
        values[k] = isThere ? x[i] : 0.0F;
        values[k] += isThere && set.first != nullptr ? static_cast<float>(first[i]) : 0.0F;
        values[k] += isThere && set.second != nullptr ? second[i] : 0.0F;
        factors[k] = isThere ? set.weight[i] : 0.0F;
    }
    float squares = 0;
    for (unsigned k = 0; k < Each; ++k) {
        squares += values[k] * values[k];
    }
    const float mean = blockSum<kThreads>(squares) / static_cast<float>(work.width);
    const float factor = 1.0F / sqrtf(mean + work.eps);
    T* const out = static_cast<T*>(set.out) + row * set.outStride;
    for (unsigned k = 0; k < Each; ++k) {
        const std::int64_t i = k * kThreads + threadIndex();
        if (i < work.width) {
            x[i] = values[k];
            out[i] = static_cast<T>(values[k] * factor * factors[k]);
        }
    }
}

template <typename T, unsigned Each>
void addNormOf(const AddNorm& work, Stream stream) {
    const bool isOne = work.sets[1].rows == 0;
    const std::int64_t most = work.sets[0].rows > work.sets[1].rows ? work.sets[0].rows : work.sets[1].rows;
    launch(&addNormKernel<T, Each>, {most, isOne ? 1 : 2}, kThreads, stream, work);
}

} // namespace

void addNorm(const AddNorm& work, Stream stream) {
    withType(work.activations, [&](auto zero) {
        if (work.width <= 4 * kThreads) {
            addNormOf<decltype(zero), 4>(work, stream);
        } else {
            addNormOf<decltype(zero), kMostNormed / kThreads>(work, stream);
        }
    });
}

} // namespace parley::cuda
