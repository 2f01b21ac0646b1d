// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "kernels/strip_product.h"

#include <hwy/targets.h>

#if HWY_ARCH_X86_64
#include <immintrin.h>

HWY_PUSH_ATTRIBUTES("avx,avx2,fma,avx512f,avx512bw,avx512cd,avx512dq,avx512vl,avx512bf16")

namespace parley::kernels {

namespace {

constexpr std::size_t kLanes = 16;
constexpr std::size_t kVecs = kStrip / kLanes;
constexpr std::size_t kRows = 12;  ///< with kVecs, as many sums as leave registers for what they are made of
constexpr std::size_t kPairs = 16; ///< of inputs, and then some lines of what is read next
constexpr std::size_t kLines = 4;

template <std::size_t Rows>
using Sums = __m512[Rows][kVecs];

/// The pairs [begin, end) of rows from `from` on, added to their sums.
template <std::size_t Rows>
HWY_INLINE void addPairs(const std::uint32_t* from, std::size_t width, const std::uint32_t* weights, std::size_t begin,
                         std::size_t end, Sums<Rows>& sums) {
    for (std::size_t k = begin; k < end; ++k) {
        __m512bh w[kVecs];
        for (std::size_t v = 0; v < kVecs; ++v) {
            w[v] = reinterpret_cast<__m512bh>(_mm512_loadu_si512(weights + k * kStrip + v * kLanes));
        }
        for (std::size_t r = 0; r < Rows; ++r) {
            const auto pair = reinterpret_cast<__m512bh>(_mm512_set1_epi32(static_cast<int>(from[r * width + k])));
            for (std::size_t v = 0; v < kVecs; ++v) {
                sums[r][v] = _mm512_dpbf16_ps(sums[r][v], pair, w[v]);
            }
        }
    }
}

/// Rows `first` … against the whole strip.
template <std::size_t Rows>
HWY_INLINE void tile(const PairRows& x, std::size_t first, const std::uint32_t* weights, std::size_t columns,
                     const ProductRows& y, Put put, ReadNext& next) {
    Sums<Rows> sums;
    for (auto& row : sums) {
        for (auto& sum : row) {
            sum = _mm512_setzero_ps();
        }
    }
    const std::uint32_t* const from = x.data + first * x.width;
    std::size_t k = 0;
    for (; k + kPairs <= x.width; k += kPairs) {
        for (std::size_t line = 0; line < kLines; ++line) {
            next.fetchLine();
        }
        addPairs<Rows>(from, x.width, weights, k, k + kPairs, sums);
    }
    addPairs<Rows>(from, x.width, weights, k, x.width, sums);
    for (std::size_t r = 0; r < Rows; ++r) {
        for (std::size_t v = 0; v < kVecs && v * kLanes < columns; ++v) {
            const std::size_t left = columns - v * kLanes;
            const auto mask = static_cast<__mmask16>(left >= kLanes ? 0xFFFFU : (1U << left) - 1U);
            float* const to = y.data + (first + r) * y.stride + v * kLanes;
            const __m512 before = put == Put::Add ? _mm512_maskz_loadu_ps(mask, to) : _mm512_setzero_ps();
            _mm512_mask_storeu_ps(to, mask, _mm512_add_ps(before, sums[r][v]));
        }
    }
}

} // namespace

void multiplyPairs(const PairRows& x, const std::uint32_t* weights, std::size_t columns, const ProductRows& y, Put put,
                   ReadNext next) {
    std::size_t row = 0;
    for (; row + kRows <= x.rows; row += kRows) {
        tile<kRows>(x, row, weights, columns, y, put, next);
    }
    for (; row + 4 <= x.rows; row += 4) {
        tile<4>(x, row, weights, columns, y, put, next);
    }
    for (; row < x.rows; ++row) {
        tile<1>(x, row, weights, columns, y, put, next);
    }
}

} // namespace parley::kernels

HWY_POP_ATTRIBUTES

namespace parley::kernels {

bool multipliesBfloat16() {
    static const bool does = (hwy::SupportedTargets() & HWY_AVX3) != 0 && __builtin_cpu_supports("avx512bf16") != 0;
    return does;
}

} // namespace parley::kernels
#else

namespace parley::kernels {

void multiplyPairs(const PairRows& /*x*/, const std::uint32_t* /*weights*/, std::size_t /*columns*/,
                   const ProductRows& /*y*/, Put /*put*/, ReadNext /*next*/) {}

bool multipliesBfloat16() {
    return false;
}

} // namespace parley::kernels
#endif
