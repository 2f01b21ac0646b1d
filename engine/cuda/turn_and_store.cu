// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "cuda/device_code.h"

namespace parley::cuda {

namespace {

constexpr unsigned kThreads = 64;

/// A block a row and head. Angles as model::Rope's: the halves of a head are each other's partners.
template <typename T, typename C>
PARLEY_KERNEL turnAndStoreKernel(TurnAndStore work) {
    beginAfterEarlier();
    const std::int64_t row = blockIndex().x;
    const std::int64_t head = blockIndex().y;
    const std::int64_t half = work.dim / 2;
    const T* const from = static_cast<const T*>(work.all) + (row * (work.queries + 2 * work.keys) + head) * work.dim;
    const bool isQuery = head < work.queries;
    const bool isValue = head >= work.queries + work.keys;
    const std::int64_t key = isValue ? head - work.queries - work.keys : head - work.queries;
    const std::int64_t at = ((row * work.keys + key) * work.cacheRows + work.positions[row]) * work.dim;
    T* const query = static_cast<T*>(work.q) + (row * work.queries + head) * work.dim;
    C* const cache = static_cast<C*>(isValue ? work.v : work.k) + at;
    for (std::int64_t i = threadIndex(); i < half; i += kThreads) {
        T lower = from[i];
        T upper = from[i + half];
        if (!isValue) {
            const float cos = work.cos[row * half + i];
            const float sin = work.sin[row * half + i];
            const float a = static_cast<float>(lower);
            const float b = static_cast<float>(upper);
            lower = static_cast<T>(a * cos - b * sin);
            upper = static_cast<T>(b * cos + a * sin);
        }
        if (isQuery) {
            query[i] = lower;
            query[i + half] = upper;
        } else {
            cache[i] = static_cast<C>(static_cast<float>(lower));
            cache[i + half] = static_cast<C>(static_cast<float>(upper));
        }
    }
}

} // namespace

void turnAndStore(const TurnAndStore& work, Stream stream) {
    const Grid grid{work.rows, work.queries + 2 * work.keys};
    withType(work.activations, [&](auto activation) {
        withType(work.cache, [&](auto cached) {
            launch(&turnAndStoreKernel<decltype(activation), decltype(cached)>, grid, kThreads, stream, work);
        });
    });
}

} // namespace parley::cuda
