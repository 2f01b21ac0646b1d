// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "kernels/strip_product.h"

#include "kernels/fewer_targets.h"

// Highway compiles this file once per instruction set by including it again.
#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "kernels/strip_product.cpp"
#include <hwy/foreach_target.h>
#include <hwy/highway.h>

HWY_BEFORE_NAMESPACE();
namespace parley::kernels::HWY_NAMESPACE {

namespace hn = hwy::HWY_NAMESPACE;

using FloatTag = hn::CappedTag<float, 16>;
using FloatVec = hn::Vec<FloatTag>;

constexpr std::size_t kLanes = hn::MaxLanes(FloatTag());

// A tile of kRows × (kVecs · kLanes) sums, the vectors of W and one value of x fill the registers: 32 or 16 of them.
#if HWY_ARCH_X86 && HWY_TARGET <= HWY_AVX3
constexpr std::size_t kRows = 12;
constexpr std::size_t kVecs = 2;
#elif HWY_ARCH_ARM_A64
constexpr std::size_t kRows = 6;
constexpr std::size_t kVecs = 4;
#else
constexpr std::size_t kRows = 6;
constexpr std::size_t kVecs = 2;
#endif
constexpr std::size_t kCols = kVecs * kLanes;
static_assert(kStrip % kCols == 0);

template <std::size_t Rows>
HWY_INLINE void accumulate(const TappedRows& x, const float* from, const float* w, FloatVec (&sums)[Rows][kVecs]) {
    const FloatTag d;
    for (std::size_t tap = 0; tap < x.taps; ++tap) {
        const float* values = from + tap * x.tapStride;
        for (std::size_t k = 0; k < x.width; ++k, w += kStrip) {
            FloatVec weights[kVecs];
            for (std::size_t v = 0; v < kVecs; ++v) {
                weights[v] = hn::LoadU(d, w + v * kLanes);
            }
            for (std::size_t r = 0; r < Rows; ++r) {
                const FloatVec value = hn::Set(d, values[r * x.stride + k]);
                for (std::size_t v = 0; v < kVecs; ++v) {
                    sums[r][v] = hn::MulAdd(value, weights[v], sums[r][v]);
                }
            }
        }
    }
}

/// The sums of one row and vector to their place, `left` values at most.
HWY_INLINE void put(FloatVec sum, bool adds, std::size_t left, float* to) {
    const FloatTag d;
    if (left >= kLanes) {
        hn::StoreU(adds ? hn::Add(hn::LoadU(d, to), sum) : sum, d, to);
        return;
    }
    HWY_ALIGN float rest[kLanes];
    hn::Store(sum, d, rest);
    for (std::size_t i = 0; i < left; ++i) {
        to[i] = adds ? to[i] + rest[i] : rest[i];
    }
}

/// Rows `first` … of the tile whose columns begin `column` into the strip.
template <std::size_t Rows>
void tile(const TappedRows& x, std::size_t first, const Strip& strip, std::size_t column, const ProductRows& y,
          bool adds) {
    FloatVec sums[Rows][kVecs];
    for (auto& row : sums) {
        for (std::size_t v = 0; v < kVecs; ++v) {
            row[v] = hn::LoadU(FloatTag(), strip.bias + column + v * kLanes);
        }
    }
    accumulate<Rows>(x, x.data + first * x.stride, strip.weights + column, sums);
    for (std::size_t r = 0; r < Rows; ++r) {
        float* const out = y.data + (first + r) * y.stride;
        for (std::size_t v = 0; v < kVecs; ++v) {
            const std::size_t at = column + v * kLanes;
            if (at < strip.columns) {
                put(sums[r][v], adds, strip.columns - at, out + at);
            }
        }
    }
}

void product(const TappedRows& x, const Strip& strip, const ProductRows& y, bool adds) {
    for (std::size_t column = 0; column < strip.columns; column += kCols) {
        std::size_t row = 0;
        for (; row + kRows <= x.rows; row += kRows) {
            tile<kRows>(x, row, strip, column, y, adds);
        }
        for (; row + 3 <= x.rows; row += 3) {
            tile<3>(x, row, strip, column, y, adds);
        }
        for (; row < x.rows; ++row) {
            tile<1>(x, row, strip, column, y, adds);
        }
    }
}

} // namespace parley::kernels::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace parley::kernels {

HWY_EXPORT(product);

void multiplyStrip(const TappedRows& x, const Strip& strip, const ProductRows& y, Put put) {
    HWY_DYNAMIC_DISPATCH(product)(x, strip, y, put == Put::Add);
}

} // namespace parley::kernels
#endif
