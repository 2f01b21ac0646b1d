// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "kernels/ahead.h"
#include "kernels/linear_kernels.h"
#include "kernels/linear_weights.h"

#include <hwy/base.h>

#include <utility>

#if HWY_ARCH_X86_64
#include "kernels/avx512_common.h"

HWY_PUSH_ATTRIBUTES("avx,avx2,fma,avx512f,avx512bw,avx512cd,avx512dq,avx512vl")
#include "kernels/packed_tiles.h"

namespace parley::kernels {

/// vpmaddubsw adds two products of unsigned and signed bytes in 16 bits, which 255 · 127 would overflow: so int8
/// weights go in as magnitudes, and their signs to the activations. int4 weights leave room for the sum of a whole
/// block.
struct Avx512Ops : Avx512Common {
    using Dots8 = __m512i;
    using Dots4 = __m512i; ///< 32 sums in 16 bits
    struct Weights8 {
        __m512i magnitudes;
        __mmask64 negative;
    };

    static HWY_INLINE Weights8 load8(const std::byte* from) {
        const __m512i weights = loadBytes(from);
        return {_mm512_abs_epi8(weights), _mm512_movepi8_mask(weights)};
    }
    static HWY_INLINE Dots8 start8(const std::int32_t* /*shift128*/) { return _mm512_setzero_si512(); }
    static HWY_INLINE Dots8 dot8(Dots8 dots, const Weights8& weights, const std::int8_t* activations) {
        const __m512i four = spreadFour(activations);
        const __m512i turned = _mm512_mask_sub_epi8(four, weights.negative, _mm512_setzero_si512(), four);
        const __m512i pairs = _mm512_maddubs_epi16(weights.magnitudes, turned);
        return _mm512_add_epi32(dots, _mm512_madd_epi16(pairs, _mm512_set1_epi16(1)));
    }
    static HWY_INLINE Floats finish8(Dots8 dots) { return _mm512_cvtepi32_ps(dots); }

    static HWY_INLINE Dots4 start4(const std::int32_t* /*shift8*/) { return _mm512_setzero_si512(); }
    static HWY_INLINE Dots4 dot4(Dots4 dots, __m512i weights, const std::int8_t* activations) {
        return _mm512_add_epi16(dots, _mm512_maddubs_epi16(weights, spreadFour(activations)));
    }
    static HWY_INLINE Floats finish4(Dots4 dots, const std::int32_t* shift8) {
        const __m512i sums = _mm512_madd_epi16(dots, _mm512_set1_epi16(1));
        return _mm512_cvtepi32_ps(_mm512_add_epi32(sums, _mm512_set1_epi32(*shift8)));
    }
};

void int8Avx512(const Panel& panel) {
    int8Panel<Avx512Ops>(panel, std::make_index_sequence<6>());
}

void int4Avx512(const Panel& panel) {
    int4Panel<Avx512Ops>(panel, std::make_index_sequence<6>());
}

} // namespace parley::kernels

HWY_POP_ATTRIBUTES
#endif
