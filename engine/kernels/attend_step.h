// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>

namespace parley::kernels {

/// The filled part of one key-value head's cache: keys and values, each [positions, headDim], contiguous.
template <typename Value>
struct HeadCache {
    const Value* k = nullptr;
    const Value* v = nullptr;
    std::size_t positions = 0; ///< at least 1
    std::size_t headDim = 0;
};

/// One position's softmax attention for the queries that share a key-value head, with the scale 1.0 that Dia was
/// trained with. q and out [queries, headDim]; scores is room for queries · positions values. Accumulates in float32,
/// in an order that depends on the cache's sizes alone. Any thread; picks the best instruction set at run time.
void attendStep(const float* q, std::size_t queries, const HeadCache<float>& cache, float* scores, float* out);

/// The same over a bfloat16 cache (the upper halves of float32 values).
void attendStep(const float* q, std::size_t queries, const HeadCache<std::uint16_t>& cache, float* scores, float* out);

} // namespace parley::kernels
