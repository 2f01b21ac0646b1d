// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "kernels/ahead.h"
#include "kernels/linear_kernels.h"
#include "kernels/linear_weights.h"

#include <hwy/base.h>

#include <utility>

#if HWY_ARCH_ARM_A64
#include "kernels/neon_common.h"

// Every processor with these dot products has the rest of 8.2, which GCC's header asks for.
#if HWY_COMPILER_CLANG
HWY_PUSH_ATTRIBUTES("dotprod")
#else
HWY_PUSH_ATTRIBUTES("arch=armv8.2-a+dotprod")
#endif
#include "kernels/packed_tiles.h"

namespace parley::kernels {

struct NeonDotOps : NeonCommon {
    using Dots8 = int32x4_t;
    using Dots4 = int32x4_t;

    static HWY_INLINE Dots8 start8(const std::int32_t* /*shift128*/) { return vdupq_n_s32(0); }
    static HWY_INLINE Dots8 dot8(Dots8 dots, int8x16_t weights, const std::int8_t* activations) {
        return vdotq_s32(dots, weights, spreadFour(activations));
    }
    static HWY_INLINE Floats finish8(Dots8 dots) { return vcvtq_f32_s32(dots); }

    static HWY_INLINE Dots4 start4(const std::int32_t* shift8) { return vdupq_n_s32(*shift8); }
    static HWY_INLINE Dots4 dot4(Dots4 dots, int8x16_t weights, const std::int8_t* activations) {
        return vdotq_s32(dots, weights, spreadFour(activations));
    }
    static HWY_INLINE Floats finish4(Dots4 dots, const std::int32_t* /*shift8*/) { return vcvtq_f32_s32(dots); }
};

void int8NeonDot(const Panel& panel) {
    int8Panel<NeonDotOps>(panel, std::make_index_sequence<2>());
}

void int4NeonDot(const Panel& panel) {
    int4Panel<NeonDotOps>(panel, std::make_index_sequence<2>());
}

} // namespace parley::kernels

HWY_POP_ATTRIBUTES
#endif
