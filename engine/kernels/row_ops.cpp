// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "kernels/row_ops.h"

#include <cmath>

// Highway compiles this file once per instruction set by including it again.
#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "kernels/row_ops.cpp"
// clang-format off: the order matters
#include <hwy/foreach_target.h>
#include <hwy/highway.h>
#include <hwy/contrib/math/math-inl.h>
#include "kernels/wide_load-inl.h"
// clang-format on

HWY_BEFORE_NAMESPACE();
namespace parley::kernels::HWY_NAMESPACE {

void normRow(const float* x, const float* weight, std::size_t count, float eps, float* y) {
    const FloatTag d;
    const std::size_t lanes = hn::Lanes(d);
    FloatVec squares = hn::Zero(d);
    std::size_t i = 0;
    for (; i + lanes <= count; i += lanes) {
        const FloatVec values = hn::LoadU(d, x + i);
        squares = hn::MulAdd(values, values, squares);
    }
    float sum = hn::GetLane(hn::SumOfLanes(d, squares));
    for (; i < count; ++i) {
        sum += x[i] * x[i];
    }
    const float scale = 1.0F / std::sqrt(sum / static_cast<float>(count) + eps);
    for (i = 0; i + lanes <= count; i += lanes) {
        const FloatVec scaled = hn::Mul(hn::LoadU(d, x + i), hn::Set(d, scale));
        hn::StoreU(hn::Mul(scaled, hn::LoadU(d, weight + i)), d, y + i);
    }
    for (; i < count; ++i) {
        y[i] = x[i] * scale * weight[i];
    }
}

HWY_INLINE FloatVec gated(FloatTag d, FloatVec gate, FloatVec up) {
    // Highway's exponential ends before float32 does; beyond, silu is as good as zero.
    const FloatVec exponent = hn::Min(hn::Neg(gate), hn::Set(d, 88.0F));
    return hn::Mul(hn::Div(gate, hn::Add(hn::Set(d, 1.0F), hn::Exp(d, exponent))), up);
}

void gateAll(const float* gateUp, std::size_t count, float* y) {
    const FloatTag d;
    const std::size_t lanes = hn::Lanes(d);
    const float* up = gateUp + count;
    std::size_t i = 0;
    for (; i + lanes <= count; i += lanes) {
        hn::StoreU(gated(d, hn::LoadU(d, gateUp + i), hn::LoadU(d, up + i)), d, y + i);
    }
    for (; i < count; ++i) {
        // One lane of the same vector code: a scalar exponential would round differently.
        y[i] = hn::GetLane(gated(d, hn::Set(d, gateUp[i]), hn::Set(d, up[i])));
    }
}

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

HWY_EXPORT(normRow);
HWY_EXPORT(gateAll);
HWY_EXPORT(addF32);
HWY_EXPORT(addBf16);

void rmsNormRow(const float* x, const float* weight, std::size_t count, float eps, float* y) {
    HWY_DYNAMIC_DISPATCH(normRow)(x, weight, count, eps, y);
}

void gateRow(const float* gateUp, std::size_t count, float* y) {
    HWY_DYNAMIC_DISPATCH(gateAll)(gateUp, count, y);
}

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
