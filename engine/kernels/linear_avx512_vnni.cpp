// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "kernels/ahead.h"
#include "kernels/linear_kernels.h"
#include "kernels/linear_weights.h"

#include <hwy/base.h>

#include <cstring>
#include <utility>

#if HWY_ARCH_X86_64
#include <immintrin.h>

HWY_PUSH_ATTRIBUTES("avx,avx2,fma,avx512f,avx512bw,avx512cd,avx512dq,avx512vl,avx512vnni")
#include "kernels/packed_tiles.h"

namespace parley::kernels {

/// vpdpbusd multiplies unsigned bytes with signed ones. The weights are the unsigned ones: int4 is stored so, int8 gets
/// so by adding 128, and what that adds to a sum depends on the activations alone.
struct Avx512VnniOps {
    static constexpr std::size_t kParts = 1;
    using Floats = __m512;
    using Dots8 = __m512i;
    using Dots4 = __m512i;
    using Bytes = __m512i;

    static HWY_INLINE Floats zero() { return _mm512_setzero_ps(); }
    static HWY_INLINE Floats load(const std::byte* from) { return _mm512_loadu_ps(from); }
    static HWY_INLINE Floats spread(const float* value) { return _mm512_set1_ps(*value); }
    static HWY_INLINE void store(Floats v, float* to) { _mm512_storeu_ps(to, v); }
    static HWY_INLINE Floats multiply(Floats a, Floats b) { return _mm512_mul_ps(a, b); }
    static HWY_INLINE Floats multiplyAdd(Floats a, Floats b, Floats c) { return _mm512_fmadd_ps(a, b, c); }

    static HWY_INLINE __m512i dot(__m512i dots, __m512i weights, const std::int8_t* activations) {
        std::int32_t four = 0;
        std::memcpy(&four, activations, sizeof four);
        return _mm512_dpbusd_epi32(dots, weights, _mm512_set1_epi32(four));
    }

    static HWY_INLINE Bytes loadBytes(const std::byte* from) { return _mm512_loadu_si512(from); }
    static HWY_INLINE __m512i load8(const std::byte* from) {
        return _mm512_xor_si512(loadBytes(from), _mm512_set1_epi8(-128));
    }
    static HWY_INLINE Dots8 start8(const std::int32_t* shift128) { return _mm512_set1_epi32(*shift128); }
    static HWY_INLINE Dots8 dot8(Dots8 dots, __m512i weights, const std::int8_t* activations) {
        return dot(dots, weights, activations);
    }
    static HWY_INLINE Floats finish8(Dots8 dots) { return _mm512_cvtepi32_ps(dots); }

    static HWY_INLINE __m512i lower4(Bytes bytes) { return _mm512_and_si512(bytes, _mm512_set1_epi8(15)); }
    static HWY_INLINE __m512i upper4(Bytes bytes) { return lower4(_mm512_srli_epi16(bytes, 4)); }
    static HWY_INLINE Dots4 start4(const std::int32_t* shift8) { return _mm512_set1_epi32(*shift8); }
    static HWY_INLINE Dots4 dot4(Dots4 dots, __m512i weights, const std::int8_t* activations) {
        return dot(dots, weights, activations);
    }
    static HWY_INLINE Floats finish4(Dots4 dots, const std::int32_t* /*shift8*/) { return _mm512_cvtepi32_ps(dots); }
    static HWY_INLINE Floats scales4(const std::byte* bfloat16) {
        const __m256i halves = _mm256_loadu_si256(reinterpret_cast<const __m256i*>(bfloat16));
        return _mm512_castsi512_ps(_mm512_slli_epi32(_mm512_cvtepu16_epi32(halves), 16));
    }
};

void int8Avx512Vnni(const Panel& panel) {
    int8Panel<Avx512VnniOps>(panel, std::make_index_sequence<8>());
}

void int4Avx512Vnni(const Panel& panel) {
    int4Panel<Avx512VnniOps>(panel, std::make_index_sequence<8>());
}

} // namespace parley::kernels
HWY_POP_ATTRIBUTES
#endif
