// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "kernels/linear_weights.h"

#include <arm_neon.h>
#include <hwy/base.h>

#include <cstring>

namespace parley::kernels {

/// What packed_tiles.h asks for and both kinds of NEON do alike.
struct NeonCommon {
    static constexpr std::size_t kParts = 4;
    using Floats = float32x4_t;
    using Bytes = uint8x16_t;

    static HWY_INLINE Floats zero() { return vdupq_n_f32(0.0F); }
    static HWY_INLINE Floats load(const std::byte* from) { return vreinterpretq_f32_u8(loadBytes(from)); }
    static HWY_INLINE Floats spread(const float* value) { return vdupq_n_f32(*value); }
    static HWY_INLINE void store(Floats v, float* to) { vst1q_f32(to, v); }
    static HWY_INLINE Floats multiply(Floats a, Floats b) { return vmulq_f32(a, b); }
    static HWY_INLINE Floats multiplyAdd(Floats a, Floats b, Floats c) { return vfmaq_f32(c, a, b); }

    static HWY_INLINE int8x16_t spreadFour(const std::int8_t* activations) {
        std::int32_t four = 0;
        std::memcpy(&four, activations, sizeof four);
        return vreinterpretq_s8_s32(vdupq_n_s32(four));
    }

    static HWY_INLINE Bytes loadBytes(const std::byte* from) {
        return vld1q_u8(reinterpret_cast<const std::uint8_t*>(from));
    }
    static HWY_INLINE int8x16_t load8(const std::byte* from) { return vreinterpretq_s8_u8(loadBytes(from)); }
    static HWY_INLINE int8x16_t lower4(Bytes bytes) { return vreinterpretq_s8_u8(vandq_u8(bytes, vdupq_n_u8(15))); }
    static HWY_INLINE int8x16_t upper4(Bytes bytes) { return vreinterpretq_s8_u8(vshrq_n_u8(bytes, 4)); }
    static HWY_INLINE Floats scales4(const std::byte* bfloat16) {
        const uint16x4_t halves = vreinterpret_u16_u8(vld1_u8(reinterpret_cast<const std::uint8_t*>(bfloat16)));
        return vreinterpretq_f32_u32(vshlq_n_u32(vmovl_u16(halves), 16));
    }
};

} // namespace parley::kernels
