// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "kernels/linear_weights.h"

#include <hwy/base.h>
#include <immintrin.h>

#include <cstring>

HWY_PUSH_ATTRIBUTES("avx,avx2,fma,avx512f,avx512bw,avx512cd,avx512dq,avx512vl")

namespace parley::kernels {

/// What packed_tiles.h asks for and both kinds of AVX-512 do alike.
struct Avx512Common {
    static constexpr std::size_t kParts = 1;
    using Floats = __m512;
    using Bytes = __m512i;

    static HWY_INLINE Floats zero() { return _mm512_setzero_ps(); }
    static HWY_INLINE Floats load(const std::byte* from) { return _mm512_loadu_ps(from); }
    static HWY_INLINE Floats spread(const float* value) { return _mm512_set1_ps(*value); }
    static HWY_INLINE void store(Floats v, float* to) { _mm512_storeu_ps(to, v); }
    static HWY_INLINE Floats multiply(Floats a, Floats b) { return _mm512_mul_ps(a, b); }
    static HWY_INLINE Floats multiplyAdd(Floats a, Floats b, Floats c) { return _mm512_fmadd_ps(a, b, c); }

    static HWY_INLINE __m512i spreadFour(const std::int8_t* activations) {
        std::int32_t four = 0;
        std::memcpy(&four, activations, sizeof four);
        return _mm512_set1_epi32(four);
    }

    static HWY_INLINE Bytes loadBytes(const std::byte* from) { return _mm512_loadu_si512(from); }
    static HWY_INLINE __m512i lower4(Bytes bytes) { return _mm512_and_si512(bytes, _mm512_set1_epi8(15)); }
    static HWY_INLINE __m512i upper4(Bytes bytes) { return lower4(_mm512_srli_epi16(bytes, 4)); }
    static HWY_INLINE Floats scales4(const std::byte* bfloat16) {
        const __m256i halves = _mm256_loadu_si256(reinterpret_cast<const __m256i*>(bfloat16));
        return _mm512_castsi512_ps(_mm512_slli_epi32(_mm512_cvtepu16_epi32(halves), 16));
    }
};

} // namespace parley::kernels

HWY_POP_ATTRIBUTES
