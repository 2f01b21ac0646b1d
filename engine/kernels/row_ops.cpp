// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "kernels/row_ops.h"

// Highway compiles this file once per instruction set by including it again.
#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "kernels/row_ops.cpp"
// clang-format off: the order matters
#include <hwy/foreach_target.h>
#include <hwy/highway.h>
#include "kernels/wide_load-inl.h"
// clang-format on

HWY_BEFORE_NAMESPACE();
namespace parley::kernels::HWY_NAMESPACE {

template <typename Value>
HWY_INLINE void addAll(const Value* x, std::size_t count, float* y) {
    const FloatTag d;
    const std::size_t lanes = hn::Lanes(d);
    std::size_t i = 0;
    for (; i + lanes <= count; i += lanes) {
        hn::StoreU(hn::Add(hn::LoadU(d, y + i), loadWide(d, x + i)), d, y + i);
    }
    for (; i < count; ++i) {
        y[i] += widen(x[i]);
    }
}

void addF32(const float* x, std::size_t count, float* y) {
    addAll(x, count, y);
}

void addBf16(const std::uint16_t* x, std::size_t count, float* y) {
    addAll(x, count, y);
}

} // namespace parley::kernels::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace parley::kernels {

HWY_EXPORT(addF32);
HWY_EXPORT(addBf16);

void addRow(const float* x, std::size_t count, float* y) {
    HWY_DYNAMIC_DISPATCH(addF32)(x, count, y);
}

void addRow(const std::uint16_t* x, std::size_t count, float* y) {
    HWY_DYNAMIC_DISPATCH(addBf16)(x, count, y);
}

void rotateHead(const float* x, const float* cosines, const float* sines, std::size_t count, float* y) {
    const std::size_t half = count / 2;
    for (std::size_t i = 0; i < half; ++i) {
        const float first = x[i];
        const float second = x[half + i];
        y[i] = first * cosines[i] - second * sines[i];
        y[half + i] = second * cosines[i] + first * sines[i];
    }
}

} // namespace parley::kernels
#endif
