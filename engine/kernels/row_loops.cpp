// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "kernels/row_loops.h"

// Highway compiles this file once per instruction set by including it again.
#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "kernels/row_loops.cpp"
// clang-format off: the order matters
#include <hwy/foreach_target.h>
#include <hwy/highway.h>
#include <hwy/contrib/math/math-inl.h>
// clang-format on

#include "kernels/linear_weights.h"

#include <cmath>

HWY_BEFORE_NAMESPACE();
namespace parley::kernels::HWY_NAMESPACE {

namespace hn = hwy::HWY_NAMESPACE;

/// Divides the lengths that the loops below are meant for.
using FloatTag = hn::CappedTag<float, kPanelRows>;
using IntTag = hn::RebindToSigned<FloatTag>;

/// Magnitudes below are as good as zero; the reciprocal of the smallest numbers would be infinite.
constexpr float kTiny = 0x1p-100F;

void normalizeRow(const float* x, const float* weight, float eps, std::size_t count, float* out) {
    const FloatTag d;
    const std::size_t lanes = hn::Lanes(d);
    auto squares = hn::Zero(d);
    std::size_t i = 0;
    for (; i + lanes <= count; i += lanes) {
        const auto value = hn::LoadU(d, x + i);
        squares = hn::MulAdd(value, value, squares);
    }
    float sum = hn::GetLane(hn::SumOfLanes(d, squares));
    for (std::size_t rest = i; rest < count; ++rest) {
        sum += x[rest] * x[rest];
    }
    const float factor = 1.0F / std::sqrt(sum / static_cast<float>(count) + eps);
    for (i = 0; i + lanes <= count; i += lanes) {
        const auto normed = hn::Mul(hn::LoadU(d, x + i), hn::Set(d, factor));
        hn::StoreU(hn::Mul(normed, hn::LoadU(d, weight + i)), d, out + i);
    }
    for (; i < count; ++i) {
        out[i] = x[i] * factor * weight[i];
    }
}

/// As whole numbers, magnitudes are ordered like the floats, with infinity and then NaN above all of them.
HWY_INLINE hn::Vec<IntTag> magnitudes(const float* x) {
    const IntTag d;
    return hn::And(hn::BitCast(d, hn::LoadU(FloatTag(), x)), hn::Set(d, 0x7FFFFFFF));
}

HWY_INLINE float asFloat(std::int32_t bits) {
    float value = 0;
    hwy::CopySameSize(&bits, &value);
    return value;
}

HWY_INLINE hn::Vec<IntTag> roundedTo8(const float* x, float factor, std::int8_t* out) {
    const FloatTag d;
    const auto rounded = hn::NearestInt(hn::Mul(hn::LoadU(d, x), hn::Set(d, factor)));
    const hn::Rebind<std::int8_t, FloatTag> narrow;
    const IntTag wide;
    const auto held = hn::Max(hn::Min(rounded, hn::Set(wide, 127)), hn::Set(wide, -127));
    hn::StoreU(hn::DemoteTo(narrow, held), narrow, out);
    return held;
}

void quantizeRow(const float* x, std::size_t blocks, const QuantizedRow& out) {
    const IntTag ints;
    const std::size_t lanes = hn::Lanes(ints);
    for (std::size_t block = 0; block < blocks; ++block, x += kBlock) {
        auto largest = hn::Zero(ints);
        for (std::size_t i = 0; i < kBlock; i += lanes) {
            largest = hn::Max(largest, magnitudes(x + i));
        }
        const float magnitude = asFloat(hn::GetLane(hn::MaxOfLanes(ints, largest)));
        const std::size_t at = block * out.stride;
        const float factor = magnitude < kTiny ? 0.0F : 127.0F / magnitude;
        auto sums = hn::Zero(ints);
        for (std::size_t i = 0; i < kBlock; i += lanes) {
            sums = hn::Add(sums, roundedTo8(x + i, factor, out.values + at * kBlock + i));
        }
        const std::int32_t sum = hn::GetLane(hn::SumOfLanes(ints, sums));
        out.scales[at] = magnitude < kTiny ? 0.0F : magnitude / 127.0F;
        out.shift8[at] = -8 * sum;
        out.shift128[at] = -128 * sum;
    }
}

Extremes extremesOf(const float* x, std::size_t count) {
    const FloatTag d;
    const std::size_t lanes = hn::Lanes(d);
    auto lowest = hn::LoadU(d, x);
    auto highest = lowest;
    for (std::size_t i = lanes; i < count; i += lanes) {
        const auto value = hn::LoadU(d, x + i);
        lowest = hn::Min(lowest, value);
        highest = hn::Max(highest, value);
    }
    return {hn::GetLane(hn::MinOfLanes(d, lowest)), hn::GetLane(hn::MaxOfLanes(d, highest))};
}

void roundRow(const float* x, float factor, std::size_t count, std::int8_t* out) {
    const std::size_t lanes = hn::Lanes(FloatTag());
    for (std::size_t i = 0; i < count; i += lanes) {
        roundedTo8(x + i, factor, out + i);
    }
}

void gateValues(const float* gate, const float* up, std::size_t count, float* out) {
    const FloatTag d;
    const auto one = hn::Set(d, 1.0F);
    for (std::size_t i = 0; i < count; i += hn::Lanes(d)) {
        const auto value = hn::LoadU(d, gate + i);
        // Beyond, the exponential would be infinite; the quotient is as good as zero from here on.
        const auto exponent = hn::Min(hn::Neg(value), hn::Set(d, 87.0F));
        const auto silu = hn::Div(value, hn::Add(one, hn::Exp(d, exponent)));
        hn::StoreU(hn::Mul(silu, hn::LoadU(d, up + i)), d, out + i);
    }
}

} // namespace parley::kernels::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace parley::kernels {

HWY_EXPORT(normalizeRow);
HWY_EXPORT(quantizeRow);
HWY_EXPORT(extremesOf);
HWY_EXPORT(roundRow);
HWY_EXPORT(gateValues);

void normalize(const float* x, const float* weight, float eps, std::size_t count, float* out) {
    HWY_DYNAMIC_DISPATCH(normalizeRow)(x, weight, eps, count, out);
}

void quantizeBlocks(const float* x, std::size_t blocks, const QuantizedRow& out) {
    HWY_DYNAMIC_DISPATCH(quantizeRow)(x, blocks, out);
}

Extremes extremes(const float* x, std::size_t count) {
    return HWY_DYNAMIC_DISPATCH(extremesOf)(x, count);
}

void roundScaled(const float* x, float factor, std::size_t count, std::int8_t* out) {
    HWY_DYNAMIC_DISPATCH(roundRow)(x, factor, count, out);
}

void gateRows(const float* gate, const float* up, std::size_t count, float* out) {
    HWY_DYNAMIC_DISPATCH(gateValues)(gate, up, count, out);
}

} // namespace parley::kernels
#endif
