// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0

// Loads of float32 and bfloat16 values as float32 vectors, for files that Highway compiles once per instruction set.
#if defined(PARLEY_WIDE_LOAD_INL_H) == defined(HWY_TARGET_TOGGLE)
#ifdef PARLEY_WIDE_LOAD_INL_H
#undef PARLEY_WIDE_LOAD_INL_H
#else
#define PARLEY_WIDE_LOAD_INL_H
#endif

#include <hwy/highway.h>

#include <cstdint>

HWY_BEFORE_NAMESPACE();
namespace parley::kernels::HWY_NAMESPACE {

namespace hn = hwy::HWY_NAMESPACE;

using FloatTag = hn::ScalableTag<float>;
using FloatVec = hn::Vec<FloatTag>;

HWY_INLINE FloatVec loadWide(FloatTag d, const float* from) {
    return hn::LoadU(d, from);
}

HWY_INLINE FloatVec loadWide(FloatTag d, const std::uint16_t* from) {
    // bfloat16 is a float32 without its lower half.
    const hn::Rebind<std::uint16_t, FloatTag> half;
    const hn::RebindToUnsigned<FloatTag> whole;
    return hn::BitCast(d, hn::ShiftLeft<16>(hn::PromoteTo(whole, hn::LoadU(half, from))));
}

HWY_INLINE float widen(float value) {
    return value;
}

HWY_INLINE float widen(std::uint16_t value) {
    const std::uint32_t bits = static_cast<std::uint32_t>(value) << 16U;
    float wide = 0.0F;
    hwy::CopySameSize(&bits, &wide);
    return wide;
}

} // namespace parley::kernels::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();

#endif
