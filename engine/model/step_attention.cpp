// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "model/step_attention.h"

#include "kernels/attend_step.h"
#include "kernels/round_bf16.h"
#include "kernels/row_ops.h"

#include <ATen/core/Tensor.h>

#include <algorithm>

namespace parley::model {

namespace {

/// A head's place in keys or values [kvHeads, capacity, H].
template <typename Value>
Value* headOf(const at::Tensor& cache, std::int64_t head) {
    return static_cast<Value*>(cache.data_ptr()) + head * cache.stride(0);
}

void store(const float* values, std::int64_t count, float* to) {
    std::copy_n(values, count, to);
}

void store(const float* values, std::int64_t count, std::uint16_t* to) {
    (void)kernels::roundToBfloat16(values, to, static_cast<std::size_t>(count));
}

template <typename Value>
void attendOver(const at::Tensor& k, const at::Tensor& v, std::int64_t head, std::int64_t positions,
                std::int64_t queries, const float* q, float* scores, float* seen) {
    const kernels::HeadCache<Value> cache{headOf<Value>(k, head), headOf<Value>(v, head),
                                          static_cast<std::size_t>(positions), static_cast<std::size_t>(k.size(2))};
    kernels::attendStep(q, static_cast<std::size_t>(queries), cache, scores, seen);
}

template <typename Value>
void keep(const LayerCache& cache, std::int64_t head, std::int64_t position, const float* k, const float* v) {
    const std::int64_t dim = cache.k.size(2);
    store(k, dim, headOf<Value>(cache.k, head) + position * dim);
    store(v, dim, headOf<Value>(cache.v, head) + position * dim);
}

void rotate(const Rope& rope, std::int64_t position, std::int64_t heads, std::int64_t dim, float* values) {
    for (std::int64_t i = 0; i < heads; ++i) {
        kernels::rotateHead(values + i * dim, rope.cosines(position), rope.sines(position),
                            static_cast<std::size_t>(dim), values + i * dim);
    }
}

} // namespace

void attendSelfHead(const SelfAttention& attention, const Rope& rope, LayerCache& cache, std::int64_t position,
                    std::int64_t head, float* qkv, float* scores, float* seen) {
    const std::int64_t dim = attention.headDim;
    const std::int64_t group = attention.heads / attention.kvHeads;
    float* const q = qkv + head * group * dim;
    float* const k = qkv + (attention.heads + head) * dim;
    const float* const v = qkv + (attention.heads + attention.kvHeads + head) * dim;
    rotate(rope, position, group, dim, q);
    rotate(rope, position, 1, dim, k);
    float* const out = seen + head * group * dim;
    if (cache.k.scalar_type() == at::kFloat) {
        keep<float>(cache, head, position, k, v);
        attendOver<float>(cache.k, cache.v, head, position + 1, group, q, scores, out);
    } else {
        keep<std::uint16_t>(cache, head, position, k, v);
        attendOver<std::uint16_t>(cache.k, cache.v, head, position + 1, group, q, scores, out);
    }
}

void attendCrossHead(const CrossAttention& attention, const Rope& rope, const CrossMemory& memory,
                     std::int64_t position, std::int64_t head, float* queries, float* scores, float* seen) {
    const std::int64_t dim = attention.headDim;
    const std::int64_t group = attention.heads / attention.kvHeads;
    const std::int64_t letters = memory.k.size(1);
    float* const q = queries + head * group * dim;
    if (attention.rotates) {
        rotate(rope, position, group, dim, q);
    }
    float* const out = seen + head * group * dim;
    if (memory.k.scalar_type() == at::kFloat) {
        attendOver<float>(memory.k, memory.v, head, letters, group, q, scores, out);
    } else {
        attendOver<std::uint16_t>(memory.k, memory.v, head, letters, group, q, scores, out);
    }
}

} // namespace parley::model
