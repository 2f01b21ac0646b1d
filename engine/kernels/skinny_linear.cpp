// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "kernels/skinny_linear.h"

// Highway compiles this file once per instruction set by including it again.
#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "kernels/skinny_linear.cpp"
#include <hwy/foreach_target.h>
#include <hwy/highway.h>

HWY_BEFORE_NAMESPACE();
namespace parley::kernels::HWY_NAMESPACE {

namespace hn = hwy::HWY_NAMESPACE;

using FloatTag = hn::ScalableTag<float>;

HWY_INLINE hn::Vec<FloatTag> loadWeights(FloatTag d, const float* w) {
    return hn::LoadU(d, w);
}

HWY_INLINE hn::Vec<FloatTag> loadWeights(FloatTag d, const std::uint16_t* w) {
    // bfloat16 is a float32 without its lower half.
    const hn::Rebind<std::uint16_t, FloatTag> half;
    const hn::RebindToUnsigned<FloatTag> whole;
    return hn::BitCast(d, hn::ShiftLeft<16>(hn::PromoteTo(whole, hn::LoadU(half, w))));
}

HWY_INLINE float widen(float w) {
    return w;
}

HWY_INLINE float widen(std::uint16_t w) {
    const std::uint32_t bits = static_cast<std::uint32_t>(w) << 16U;
    float value = 0.0F;
    hwy::CopySameSize(&bits, &value);
    return value;
}

/// Rows × Cols dot products, each in an accumulator of its own: enough of them to hide the latency of the additions,
/// and each summed in the same order whatever the tile.
template <std::size_t Rows, std::size_t Cols, typename Weight>
HWY_INLINE void tile(const LinearShape& shape, const float* x, const Weight* w, float* y) {
    const FloatTag d;
    const std::size_t lanes = hn::Lanes(d);
    const std::size_t inputs = shape.inputs;
    hn::Vec<FloatTag> sums[Rows][Cols];
    for (auto& row : sums) {
        for (auto& sum : row) {
            sum = hn::Zero(d);
        }
    }
    std::size_t k = 0;
    for (; k + lanes <= inputs; k += lanes) {
        hn::Vec<FloatTag> activations[Rows];
        for (std::size_t r = 0; r < Rows; ++r) {
            activations[r] = hn::LoadU(d, x + r * inputs + k);
        }
        for (std::size_t c = 0; c < Cols; ++c) {
            const auto weights = loadWeights(d, w + c * inputs + k);
            for (std::size_t r = 0; r < Rows; ++r) {
                sums[r][c] = hn::MulAdd(activations[r], weights, sums[r][c]);
            }
        }
    }
    for (std::size_t r = 0; r < Rows; ++r) {
        for (std::size_t c = 0; c < Cols; ++c) {
            float sum = hn::GetLane(hn::SumOfLanes(d, sums[r][c]));
            for (std::size_t i = k; i < inputs; ++i) {
                sum += x[r * inputs + i] * widen(w[c * inputs + i]);
            }
            y[r * shape.outputs + c] = sum;
        }
    }
}

/// All rows of x against `Cols` rows of W, which stay in the first cache after the first tile.
template <std::size_t Cols, typename Weight>
HWY_INLINE void columns(const LinearShape& shape, const float* x, const Weight* w, float* y) {
    std::size_t r = 0;
    for (; r + 2 <= shape.rows; r += 2) {
        tile<2, Cols>(shape, x + r * shape.inputs, w, y + r * shape.outputs);
    }
    if (r < shape.rows) {
        tile<1, Cols>(shape, x + r * shape.inputs, w, y + r * shape.outputs);
    }
}

template <typename Weight>
HWY_INLINE void product(const LinearShape& shape, const float* x, const Weight* w, float* y, std::size_t begin,
                        std::size_t end) {
    constexpr std::size_t kCols = 4;
    std::size_t n = begin;
    for (; n + kCols <= end; n += kCols) {
        columns<kCols>(shape, x, w + n * shape.inputs, y + n);
    }
    for (; n < end; ++n) {
        columns<1>(shape, x, w + n * shape.inputs, y + n);
    }
}

void productF32(const LinearShape& shape, const float* x, const float* w, float* y, std::size_t begin,
                std::size_t end) {
    product(shape, x, w, y, begin, end);
}

void productBf16(const LinearShape& shape, const float* x, const std::uint16_t* w, float* y, std::size_t begin,
                 std::size_t end) {
    product(shape, x, w, y, begin, end);
}

} // namespace parley::kernels::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace parley::kernels {

HWY_EXPORT(productF32);
HWY_EXPORT(productBf16);

void skinnyLinear(const LinearShape& shape, const float* x, const float* w, float* y, std::size_t begin,
                  std::size_t end) {
    HWY_DYNAMIC_DISPATCH(productF32)(shape, x, w, y, begin, end);
}

void skinnyLinear(const LinearShape& shape, const float* x, const std::uint16_t* w, float* y, std::size_t begin,
                  std::size_t end) {
    HWY_DYNAMIC_DISPATCH(productBf16)(shape, x, w, y, begin, end);
}

} // namespace parley::kernels
#endif
