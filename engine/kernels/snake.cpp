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
#include "kernels/rest_of_row-inl.h"
// clang-format on

HWY_BEFORE_NAMESPACE();
namespace parley::kernels::HWY_NAMESPACE {

namespace hn = hwy::HWY_NAMESPACE;

void snakeRow(const float* x, const float* alpha, const float* scale, std::size_t channels, float* y) {
    const hn::ScalableTag<float> d;
    for (std::size_t c = 0; c < channels; c += hn::Lanes(d)) {
        const std::size_t left = channels - c;
        const auto value = loadUpTo(x + c, left);
        const auto sine = hn::Sin(d, hn::Mul(value, loadUpTo(alpha + c, left)));
        storeUpTo(hn::MulAdd(hn::Mul(sine, sine), loadUpTo(scale + c, left), value), left, y + c);
    }
}

} // namespace parley::kernels::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace parley::kernels {

HWY_EXPORT(snakeRow);

void snake(const float* x, const float* alpha, const float* scale, std::size_t channels, float* y) {
    HWY_DYNAMIC_DISPATCH(snakeRow)(x, alpha, scale, channels, y);
}

} // namespace parley::kernels
#endif
