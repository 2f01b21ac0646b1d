// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "kernels/ahead.h"
#include "kernels/linear_kernels.h"
#include "kernels/linear_weights.h"

#include <hwy/base.h>

#include <utility>

#if HWY_ARCH_X86_64
#include "kernels/avx512_common.h"

HWY_PUSH_ATTRIBUTES("avx,avx2,fma,avx512f,avx512bw,avx512cd,avx512dq,avx512vl,avx512vnni")
#include "kernels/packed_tiles.h"

namespace parley::kernels {

/// vpdpbusd multiplies unsigned bytes with signed ones. The weights are the unsigned ones: int4 is stored so, int8 gets
/// so by adding 128, and what that adds to a sum depends on the activations alone.
struct Avx512VnniOps : Avx512Common {
    using Dots8 = __m512i;
    using Dots4 = __m512i;

    static HWY_INLINE __m512i load8(const std::byte* from) {
        return _mm512_xor_si512(loadBytes(from), _mm512_set1_epi8(-128));
    }
    static HWY_INLINE Dots8 start8(const std::int32_t* shift128) { return _mm512_set1_epi32(*shift128); }
    static HWY_INLINE Dots8 dot8(Dots8 dots, __m512i weights, const std::int8_t* activations) {
        return _mm512_dpbusd_epi32(dots, weights, spreadFour(activations));
    }
    static HWY_INLINE Floats finish8(Dots8 dots) { return _mm512_cvtepi32_ps(dots); }

    static HWY_INLINE Dots4 start4(const std::int32_t* shift8) { return _mm512_set1_epi32(*shift8); }
    static HWY_INLINE Dots4 dot4(Dots4 dots, __m512i weights, const std::int8_t* activations) {
        return _mm512_dpbusd_epi32(dots, weights, spreadFour(activations));
    }
    static HWY_INLINE Floats finish4(Dots4 dots, const std::int32_t* /*shift8*/) { return _mm512_cvtepi32_ps(dots); }
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
