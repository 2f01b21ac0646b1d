// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "kernels/attend_step.h"

#include "kernels/fewer_targets.h"

#include <algorithm>

// Highway compiles this file once per instruction set by including it again.
#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "kernels/attend_step.cpp"
// clang-format off: the order matters
#include <hwy/foreach_target.h>
#include <hwy/highway.h>
#include <hwy/contrib/math/math-inl.h>
#include "kernels/wide_load-inl.h"
// clang-format on

HWY_BEFORE_NAMESPACE();
namespace parley::kernels::HWY_NAMESPACE {

/// Positions whose values stay in the first cache while all queries and all parts of the head pass over them.
constexpr std::size_t kBlock = 64;

/// Vectors of a head that are summed at once, so that the sums of four queries stay in registers.
constexpr std::size_t kPart = 4;

/// scores[q][s] = q · k for `Queries` queries, [queries, positions].
// NOLINTBEGIN(readability-non-const-parameter): clang-tidy looks at the template, where the loops have no bounds yet
template <std::size_t Queries, typename Value>
HWY_INLINE void scoreKeys(const float* q, const HeadCache<Value>& cache, float* scores) {
    const FloatTag d;
    const std::size_t lanes = hn::Lanes(d);
    const std::size_t dim = cache.headDim;
    for (std::size_t s = 0; s < cache.positions; ++s) {
        const Value* key = cache.k + s * dim;
        FloatVec sums[Queries];
        for (FloatVec& sum : sums) {
            sum = hn::Zero(d);
        }
        std::size_t h = 0;
        for (; h + lanes <= dim; h += lanes) {
            const FloatVec keys = loadWide(d, key + h);
            for (std::size_t i = 0; i < Queries; ++i) {
                sums[i] = hn::MulAdd(hn::LoadU(d, q + i * dim + h), keys, sums[i]);
            }
        }
        for (std::size_t i = 0; i < Queries; ++i) {
            float sum = hn::GetLane(hn::SumOfLanes(d, sums[i]));
            for (std::size_t rest = h; rest < dim; ++rest) {
                sum += q[i * dim + rest] * widen(key[rest]);
            }
            scores[i * cache.positions + s] = sum;
        }
    }
}
// NOLINTEND(readability-non-const-parameter)

/// Turns a row of scores into weights that sum to 1.
HWY_INLINE void softmax(float* scores, std::size_t count) {
    const FloatTag d;
    const std::size_t lanes = hn::Lanes(d);
    float highest = scores[0];
    for (std::size_t s = 1; s < count; ++s) {
        highest = scores[s] > highest ? scores[s] : highest;
    }
    const FloatVec top = hn::Set(d, highest);
    FloatVec sums = hn::Zero(d);
    std::size_t s = 0;
    for (; s + lanes <= count; s += lanes) {
        const FloatVec weights = hn::Exp(d, hn::Sub(hn::LoadU(d, scores + s), top));
        hn::StoreU(weights, d, scores + s);
        sums = hn::Add(sums, weights);
    }
    float sum = hn::GetLane(hn::SumOfLanes(d, sums));
    if (s < count) {
        // The rest through the same vector code: a scalar exponential would round differently.
        HWY_ALIGN float rest[hn::MaxLanes(d)] = {};
        std::copy(scores + s, scores + count, rest);
        hn::Store(hn::Exp(d, hn::Sub(hn::Load(d, rest), top)), d, rest);
        for (std::size_t i = s; i < count; ++i) {
            scores[i] = rest[i - s];
            sum += scores[i];
        }
    }
    for (std::size_t i = 0; i < count; ++i) {
        scores[i] /= sum;
    }
}

/// Adds the positions [begin, end) of `Parts` vectors of the head, from its dimension h on, to the outputs.
template <std::size_t Queries, std::size_t Parts, typename Value>
HWY_INLINE void addValues(const HeadCache<Value>& cache, const float* weights, std::size_t begin, std::size_t end,
                          std::size_t h, float* out) {
    const FloatTag d;
    const std::size_t lanes = hn::Lanes(d);
    const std::size_t dim = cache.headDim;
    FloatVec sums[Queries][Parts];
    for (std::size_t i = 0; i < Queries; ++i) {
        for (std::size_t p = 0; p < Parts; ++p) {
            sums[i][p] = hn::LoadU(d, out + i * dim + h + p * lanes);
        }
    }
    for (std::size_t s = begin; s < end; ++s) {
        const Value* value = cache.v + s * dim + h;
        FloatVec values[Parts];
        for (std::size_t p = 0; p < Parts; ++p) {
            values[p] = loadWide(d, value + p * lanes);
        }
        for (std::size_t i = 0; i < Queries; ++i) {
            const FloatVec weight = hn::Set(d, weights[i * cache.positions + s]);
            for (std::size_t p = 0; p < Parts; ++p) {
                sums[i][p] = hn::MulAdd(weight, values[p], sums[i][p]);
            }
        }
    }
    for (std::size_t i = 0; i < Queries; ++i) {
        for (std::size_t p = 0; p < Parts; ++p) {
            hn::StoreU(sums[i][p], d, out + i * dim + h + p * lanes);
        }
    }
}

template <std::size_t Queries, typename Value>
HWY_INLINE void mixValues(const HeadCache<Value>& cache, const float* weights, float* out) {
    const std::size_t lanes = hn::Lanes(FloatTag());
    const std::size_t dim = cache.headDim;
    std::fill(out, out + Queries * dim, 0.0F);
    for (std::size_t begin = 0; begin < cache.positions; begin += kBlock) {
        const std::size_t end = std::min(begin + kBlock, cache.positions);
        std::size_t h = 0;
        for (; h + kPart * lanes <= dim; h += kPart * lanes) {
            addValues<Queries, kPart>(cache, weights, begin, end, h, out);
        }
        for (; h + lanes <= dim; h += lanes) {
            addValues<Queries, 1>(cache, weights, begin, end, h, out);
        }
        for (std::size_t i = 0; i < Queries; ++i) {
            for (std::size_t rest = h; rest < dim; ++rest) {
                for (std::size_t s = begin; s < end; ++s) {
                    out[i * dim + rest] += weights[i * cache.positions + s] * widen(cache.v[s * dim + rest]);
                }
            }
        }
    }
}

template <std::size_t Queries, typename Value>
HWY_INLINE void attendSome(const float* q, const HeadCache<Value>& cache, float* scores, float* out) {
    scoreKeys<Queries>(q, cache, scores);
    for (std::size_t i = 0; i < Queries; ++i) {
        softmax(scores + i * cache.positions, cache.positions);
    }
    mixValues<Queries>(cache, scores, out);
}

/// Each query's sums are its own, so the sizes of these groups don't show in the result.
template <typename Value>
HWY_INLINE void attendAll(const float* q, std::size_t queries, const HeadCache<Value>& cache, float* scores,
                          float* out) {
    std::size_t i = 0;
    for (; i + 4 <= queries; i += 4) {
        attendSome<4>(q + i * cache.headDim, cache, scores, out + i * cache.headDim);
    }
    for (; i + 2 <= queries; i += 2) {
        attendSome<2>(q + i * cache.headDim, cache, scores, out + i * cache.headDim);
    }
    if (i < queries) {
        attendSome<1>(q + i * cache.headDim, cache, scores, out + i * cache.headDim);
    }
}

void attendF32(const float* q, std::size_t queries, const HeadCache<float>& cache, float* scores, float* out) {
    attendAll(q, queries, cache, scores, out);
}

void attendBf16(const float* q, std::size_t queries, const HeadCache<std::uint16_t>& cache, float* scores, float* out) {
    attendAll(q, queries, cache, scores, out);
}

} // namespace parley::kernels::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace parley::kernels {

HWY_EXPORT(attendF32);
HWY_EXPORT(attendBf16);

void attendStep(const float* q, std::size_t queries, const HeadCache<float>& cache, float* scores, float* out) {
    HWY_DYNAMIC_DISPATCH(attendF32)(q, queries, cache, scores, out);
}

void attendStep(const float* q, std::size_t queries, const HeadCache<std::uint16_t>& cache, float* scores, float* out) {
    HWY_DYNAMIC_DISPATCH(attendBf16)(q, queries, cache, scores, out);
}

} // namespace parley::kernels
#endif
