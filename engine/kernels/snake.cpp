// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "kernels/snake.h"

// Highway compiles this file once per instruction set by including it again.
#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "kernels/snake.cpp"
// clang-format off: the order matters
#include <hwy/foreach_target.h>
#include <hwy/highway.h>
#include <hwy/contrib/math/math-inl.h>
// clang-format on

HWY_BEFORE_NAMESPACE();
namespace parley::kernels::HWY_NAMESPACE {

namespace hn = hwy::HWY_NAMESPACE;

using FloatTag = hn::ScalableTag<float>;

HWY_INLINE hn::Vec<FloatTag> snakeOf(FloatTag d, hn::Vec<FloatTag> x, float alpha, float scale) {
    const auto sine = hn::Sin(d, hn::Mul(x, hn::Set(d, alpha)));
    return hn::MulAdd(hn::Mul(sine, sine), hn::Set(d, scale), x);
}

void snakeRow(const float* x, float* y, std::size_t count, float alpha, float scale) {
    const FloatTag d;
    const std::size_t lanes = hn::Lanes(d);
    std::size_t i = 0;
    for (; i + lanes <= count; i += lanes) {
        hn::StoreU(snakeOf(d, hn::LoadU(d, x + i), alpha, scale), d, y + i);
    }
    if (i < count) {
        // The rest through the same vector code: a scalar sine would round differently.
        HWY_ALIGN float rest[hn::MaxLanes(d)] = {};
        for (std::size_t k = i; k < count; ++k) {
            rest[k - i] = x[k];
        }
        hn::Store(snakeOf(d, hn::Load(d, rest), alpha, scale), d, rest);
        for (std::size_t k = i; k < count; ++k) {
            y[k] = rest[k - i];
        }
    }
}

} // namespace parley::kernels::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace parley::kernels {

HWY_EXPORT(snakeRow);

void snake(const float* x, float* y, std::size_t count, float alpha, float scale) {
    HWY_DYNAMIC_DISPATCH(snakeRow)(x, y, count, alpha, scale);
}

} // namespace parley::kernels
#endif
