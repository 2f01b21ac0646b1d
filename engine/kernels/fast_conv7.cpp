// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "kernels/fast_conv7.h"

#include "kernels/fast_conv7_points.h"
#include "kernels/fewer_targets.h"

#include <utility>

// Highway compiles this file once per instruction set by including it again.
#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "kernels/fast_conv7.cpp"
// clang-format off: the order matters
#include <hwy/foreach_target.h>
#include <hwy/highway.h>
#include "kernels/rest_of_row-inl.h"
// clang-format on

HWY_BEFORE_NAMESPACE();
namespace parley::kernels::HWY_NAMESPACE {

namespace hn = hwy::HWY_NAMESPACE;

using FloatTag = hn::ScalableTag<float>;
using FloatVec = hn::Vec<FloatTag>;

/// Adds one term of a sum whose factors are known to the compiler: most of them are 0 or 1.
template <int Numerator, int Denominator>
HWY_INLINE FloatVec addTerm(FloatVec value, FloatVec sum) {
    if constexpr (Numerator == 0) {
        return sum;
    } else if constexpr (Numerator == Denominator) {
        return hn::Add(sum, value);
    } else {
        constexpr float kFactor = static_cast<float>(Numerator) / static_cast<float>(Denominator);
        return hn::MulAdd(hn::Set(FloatTag(), kFactor), value, sum);
    }
}

constexpr int kDenominator = 1 << 10; ///< every factor is a multiple of 1 / this

constexpr int numerator(double factor) {
    return static_cast<int>(factor * kDenominator);
}

template <std::size_t Point, std::size_t... Inputs>
HWY_INLINE FloatVec valueAt(const FloatVec (&x)[kConvPoints], std::index_sequence<Inputs...> /*all*/) {
    FloatVec sum = hn::Zero(FloatTag());
    ((sum = addTerm<numerator(points::inputWeight(Point, Inputs)), kDenominator>(x[Inputs], sum)), ...);
    return sum;
}

template <std::size_t Output, std::size_t... Points>
HWY_INLINE FloatVec resultAt(const FloatVec (&m)[kConvPoints], FloatVec bias, std::index_sequence<Points...> /*all*/) {
    FloatVec sum = bias;
    ((sum = addTerm<numerator(points::outputWeight(Points, Output)), kDenominator>(m[Points], sum)), ...);
    return sum;
}

constexpr std::make_index_sequence<kConvPoints> kAllPoints;

template <std::size_t... Points>
HWY_INLINE void storePoints(const FloatVec (&x)[kConvPoints], std::size_t lanes, float* out, std::size_t pointStep,
                            std::index_sequence<Points...> /*all*/) {
    (storeUpTo(valueAt<Points>(x, kAllPoints), lanes, out + Points * pointStep), ...);
}

template <std::size_t... Outputs>
HWY_INLINE void storeOutputs(const FloatVec (&m)[kConvPoints], FloatVec bias, std::size_t lanes, float* y,
                             std::size_t step, std::index_sequence<Outputs...> /*all*/) {
    (storeUpTo(resultAt<Outputs>(m, bias, kAllPoints), lanes, y + Outputs * step), ...);
}

HWY_INLINE void loadMoments(const Moments& from, std::size_t channel, std::size_t lanes, FloatVec (&to)[kConvPoints]) {
    for (std::size_t i = 0; i < kConvPoints; ++i) {
        to[i] = loadUpTo(from.data + i * from.step + channel, lanes);
    }
}

void evaluateTile(const Moments& x, std::size_t channels, float* out, std::size_t pointStep) {
    for (std::size_t c = 0; c < channels; c += hn::Lanes(FloatTag())) {
        FloatVec moments[kConvPoints];
        loadMoments(x, c, channels - c, moments);
        storePoints(moments, channels - c, out + c, pointStep, kAllPoints);
    }
}

void interpolateTile(const Moments& products, const float* bias, std::size_t channels, float* y, std::size_t step) {
    for (std::size_t c = 0; c < channels; c += hn::Lanes(FloatTag())) {
        FloatVec atPoints[kConvPoints];
        loadMoments(products, c, channels - c, atPoints);
        storeOutputs(atPoints, loadUpTo(bias + c, channels - c), channels - c, y + c, step,
                     std::make_index_sequence<kConvTile>());
    }
}

} // namespace parley::kernels::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace parley::kernels {

HWY_EXPORT(evaluateTile);
HWY_EXPORT(interpolateTile);

ConvPoints emptyPoints(std::size_t inputs, std::size_t outputs) {
    ConvPoints matrices;
    matrices.fill(StripMatrix(inputs, outputs));
    return matrices;
}

void evaluateWeights(std::span<const float> weight, std::size_t begin, std::size_t end, ConvPoints& matrices) {
    const std::size_t inputs = matrices[0].inputs;
    for (std::size_t point = 0; point < kConvPoints; ++point) {
        std::array<double, kConvTaps> factors{};
        for (std::size_t tap = 0; tap < kConvTaps; ++tap) {
            factors[tap] = points::tapWeight(point, tap);
        }
        for (std::size_t output = begin; output < end; ++output) {
            for (std::size_t input = 0; input < inputs; ++input) {
                const float* taps = weight.data() + (output * inputs + input) * kConvTaps;
                double sum = 0;
                for (std::size_t tap = 0; tap < kConvTaps; ++tap) {
                    sum += factors[tap] * static_cast<double>(taps[tap]);
                }
                matrices[point].at(input, output) = static_cast<float>(sum);
            }
        }
    }
}

void evaluateInputs(const Moments& x, std::size_t channels, float* out, std::size_t pointStep) {
    HWY_DYNAMIC_DISPATCH(evaluateTile)(x, channels, out, pointStep);
}

void interpolate(const Moments& products, const float* bias, std::size_t channels, float* y, std::size_t step) {
    HWY_DYNAMIC_DISPATCH(interpolateTile)(products, bias, channels, y, step);
}

} // namespace parley::kernels
#endif
