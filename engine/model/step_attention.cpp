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

/// The group's queries over the first `positions` of the head's keys and values.
template <typename Value>
void attendOver(const at::Tensor& k, const at::Tensor& v, std::int64_t positions, std::int64_t group,
                const StepHead& own) {
    const std::int64_t dim = k.size(2);
    const kernels::HeadCache<Value> cache{headOf<Value>(k, own.head), headOf<Value>(v, own.head),
                                          static_cast<std::size_t>(positions), static_cast<std::size_t>(dim)};
    const std::int64_t first = own.head * group * dim;
    kernels::attendStep(own.projected + first, static_cast<std::size_t>(group), cache, own.scores, own.seen + first);
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

void attendSelfHead(const SelfAttention& attention, const Rope& rope, const LayerCache& cache, const StepHead& own) {
    const std::int64_t dim = attention.headDim;
    const std::int64_t group = attention.heads / attention.kvHeads;
    float* const k = own.projected + (attention.heads + own.head) * dim;
    const float* const v = own.projected + (attention.heads + attention.kvHeads + own.head) * dim;
    rotate(rope, own.position, group, dim, own.projected + own.head * group * dim);
    rotate(rope, own.position, 1, dim, k);
    if (cache.k.scalar_type() == at::kFloat) {
        keep<float>(cache, own.head, own.position, k, v);
        attendOver<float>(cache.k, cache.v, own.position + 1, group, own);
    } else {
        keep<std::uint16_t>(cache, own.head, own.position, k, v);
        attendOver<std::uint16_t>(cache.k, cache.v, own.position + 1, group, own);
    }
}

void attendCrossHead(const CrossAttention& attention, const Rope& rope, const CrossMemory& memory,
                     const StepHead& own) {
    const std::int64_t group = attention.heads / attention.kvHeads;
    const std::int64_t letters = memory.k.size(1);
    if (attention.rotates) {
        rotate(rope, own.position, group, attention.headDim, own.projected + own.head * group * attention.headDim);
    }
    if (memory.k.scalar_type() == at::kFloat) {
        attendOver<float>(memory.k, memory.v, letters, group, own);
    } else {
        attendOver<std::uint16_t>(memory.k, memory.v, letters, group, own);
    }
}

} // namespace parley::model
