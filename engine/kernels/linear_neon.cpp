// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "kernels/ahead.h"
#include "kernels/linear_kernels.h"
#include "kernels/packed_tiles.h"

#include <hwy/base.h>

#include <utility>

#if HWY_ARCH_ARM_A64
#include "kernels/neon_common.h"

namespace parley::kernels {

/// Products in 16 bits. A product of int8 leaves no room for another one, so pairs are added in 32 bits at once; those
/// of int4 leave room for the 8 that one lane gets from a block.
struct NeonOps : NeonCommon {
    /// Of two outputs each: 2 sums an output in int8, 4 in int4.
    struct Dots8 {
        int32x4_t first;
        int32x4_t second;
    };
    struct Dots4 {
        int16x8_t first;
        int16x8_t second;
    };

    static HWY_INLINE Dots8 start8(const std::int32_t* /*shift128*/) { return {vdupq_n_s32(0), vdupq_n_s32(0)}; }
    static HWY_INLINE Dots8 dot8(Dots8 dots, int8x16_t weights, const std::int8_t* activations) {
        const int8x16_t four = spreadFour(activations);
        dots.first = vpadalq_s16(dots.first, vmull_s8(vget_low_s8(weights), vget_low_s8(four)));
        dots.second = vpadalq_s16(dots.second, vmull_high_s8(weights, four));
        return dots;
    }
    static HWY_INLINE Floats finish8(Dots8 dots) { return vcvtq_f32_s32(vpaddq_s32(dots.first, dots.second)); }

    static HWY_INLINE Dots4 start4(const std::int32_t* /*shift8*/) { return {vdupq_n_s16(0), vdupq_n_s16(0)}; }
    static HWY_INLINE Dots4 dot4(Dots4 dots, int8x16_t weights, const std::int8_t* activations) {
        const int8x16_t four = spreadFour(activations);
        dots.first = vmlal_s8(dots.first, vget_low_s8(weights), vget_low_s8(four));
        dots.second = vmlal_high_s8(dots.second, weights, four);
        return dots;
    }
    static HWY_INLINE Floats finish4(Dots4 dots, const std::int32_t* shift8) {
        const int32x4_t sums = vpaddq_s32(vpaddlq_s16(dots.first), vpaddlq_s16(dots.second));
        return vcvtq_f32_s32(vaddq_s32(sums, vdupq_n_s32(*shift8)));
    }
};

void int8Neon(const Panel& panel) {
    int8Panel<NeonOps>(panel, std::make_index_sequence<2>());
}

void int4Neon(const Panel& panel) {
    int4Panel<NeonOps>(panel, std::make_index_sequence<2>());
}

} // namespace parley::kernels
#endif
