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

HWY_PUSH_ATTRIBUTES("avx,avx2,fma")
#include "kernels/packed_tiles.h"

namespace parley::kernels {

/// vpmaddubsw adds two products of unsigned and signed bytes in 16 bits, which 255 · 127 would overflow: so int8
/// weights go in as magnitudes, and their signs to the activations. int4 weights leave room for the sum of a whole
/// block.
struct Avx2Ops {
    static constexpr std::size_t kParts = 2;
    using Floats = __m256;
    using Dots8 = __m256i;
    using Dots4 = __m256i; ///< 16 sums in 16 bits
    using Bytes = __m256i;
    struct Weights8 {
        __m256i signs;
        __m256i magnitudes;
    };

    static HWY_INLINE Floats zero() { return _mm256_setzero_ps(); }
    static HWY_INLINE Floats load(const std::byte* from) { return _mm256_castsi256_ps(loadBytes(from)); }
    static HWY_INLINE Floats spread(const float* value) { return _mm256_set1_ps(*value); }
    static HWY_INLINE void store(Floats v, float* to) { _mm256_storeu_ps(to, v); }
    static HWY_INLINE Floats multiply(Floats a, Floats b) { return _mm256_mul_ps(a, b); }
    static HWY_INLINE Floats multiplyAdd(Floats a, Floats b, Floats c) { return _mm256_fmadd_ps(a, b, c); }

    static HWY_INLINE __m256i spreadFour(const std::int8_t* activations) {
        std::int32_t four = 0;
        std::memcpy(&four, activations, sizeof four);
        return _mm256_set1_epi32(four);
    }

    static HWY_INLINE Bytes loadBytes(const std::byte* from) {
        return _mm256_loadu_si256(reinterpret_cast<const __m256i*>(from));
    }
    static HWY_INLINE Weights8 load8(const std::byte* from) {
        const __m256i weights = loadBytes(from);
        return {weights, _mm256_abs_epi8(weights)};
    }
    static HWY_INLINE Dots8 start8(const std::int32_t* /*shift128*/) { return _mm256_setzero_si256(); }
    static HWY_INLINE Dots8 dot8(Dots8 dots, const Weights8& weights, const std::int8_t* activations) {
        const __m256i turned = _mm256_sign_epi8(spreadFour(activations), weights.signs);
        const __m256i pairs = _mm256_maddubs_epi16(weights.magnitudes, turned);
        return _mm256_add_epi32(dots, _mm256_madd_epi16(pairs, _mm256_set1_epi16(1)));
    }
    static HWY_INLINE Floats finish8(Dots8 dots) { return _mm256_cvtepi32_ps(dots); }

    static HWY_INLINE __m256i lower4(Bytes bytes) { return _mm256_and_si256(bytes, _mm256_set1_epi8(15)); }
    static HWY_INLINE __m256i upper4(Bytes bytes) { return lower4(_mm256_srli_epi16(bytes, 4)); }
    static HWY_INLINE Dots4 start4(const std::int32_t* /*shift8*/) { return _mm256_setzero_si256(); }
    static HWY_INLINE Dots4 dot4(Dots4 dots, __m256i weights, const std::int8_t* activations) {
        return _mm256_add_epi16(dots, _mm256_maddubs_epi16(weights, spreadFour(activations)));
    }
    static HWY_INLINE Floats finish4(Dots4 dots, const std::int32_t* shift8) {
        const __m256i sums = _mm256_madd_epi16(dots, _mm256_set1_epi16(1));
        return _mm256_cvtepi32_ps(_mm256_add_epi32(sums, _mm256_set1_epi32(*shift8)));
    }
    static HWY_INLINE Floats scales4(const std::byte* bfloat16) {
        const __m128i halves = _mm_loadu_si128(reinterpret_cast<const __m128i*>(bfloat16));
        return _mm256_castsi256_ps(_mm256_slli_epi32(_mm256_cvtepu16_epi32(halves), 16));
    }
};

void int8Avx2(const Panel& panel) {
    int8Panel<Avx2Ops>(panel, std::make_index_sequence<2>());
}

void int4Avx2(const Panel& panel) {
    int4Panel<Avx2Ops>(panel, std::make_index_sequence<2>());
}

} // namespace parley::kernels
HWY_POP_ATTRIBUTES
#endif
