// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "kernels/strip_transpose.h"

#include "kernels/fewer_targets.h"

#include <algorithm>
#include <bit>
#include <cstring>

// Highway compiles this file once per instruction set by including it again.
#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "kernels/strip_transpose.cpp"
#include <hwy/foreach_target.h>
#include <hwy/highway.h>

HWY_BEFORE_NAMESPACE();
namespace parley::kernels::HWY_NAMESPACE {

namespace hn = hwy::HWY_NAMESPACE;

/// Rows as the `Unit`s that are written.
struct FloatRows : PlainRows<float> {
    using Unit = float;
    [[nodiscard]] HWY_INLINE float at(std::size_t row, std::size_t k) const { return data[row * stride + k]; }
};

struct WidenedRows : PlainRows<std::uint16_t> {
    using Unit = float;
    [[nodiscard]] HWY_INLINE float at(std::size_t row, std::size_t k) const {
        return std::bit_cast<float>(std::uint32_t{data[row * stride + k]} << 16U);
    }
};

/// Units are pairs of neighbours; an odd last input is not among them.
struct PairedRows : PlainRows<std::uint16_t> {
    using Unit = std::uint32_t;
    [[nodiscard]] HWY_INLINE std::uint32_t at(std::size_t row, std::size_t k) const {
        std::uint32_t both = 0;
        std::memcpy(&both, data + row * stride + 2 * k, sizeof both);
        return both;
    }
};

#if HWY_TARGET != HWY_SCALAR
constexpr bool kHasFours = true;

template <typename Unit>
using FourOf = hn::Full128<Unit>;
template <typename Unit>
using Four = hn::Vec<FourOf<Unit>>;

HWY_INLINE Four<float> load(const FloatRows& rows, std::size_t row, std::size_t k) {
    return hn::LoadU(FourOf<float>(), rows.data + row * rows.stride + k);
}

HWY_INLINE Four<float> load(const WidenedRows& rows, std::size_t row, std::size_t k) {
    const hn::Rebind<std::uint16_t, FourOf<float>> halves;
    const auto bits = hn::PromoteTo(FourOf<std::uint32_t>(), hn::LoadU(halves, rows.data + row * rows.stride + k));
    return hn::BitCast(FourOf<float>(), hn::ShiftLeft<16>(bits));
}

HWY_INLINE Four<std::uint32_t> load(const PairedRows& rows, std::size_t row, std::size_t k) {
    const auto eight = hn::LoadU(FourOf<std::uint16_t>(), rows.data + row * rows.stride + 2 * k);
    return hn::BitCast(FourOf<std::uint32_t>(), eight);
}

/// Units k … k + 3 of four rows to four places of a strip's columns.
template <typename Rows>
HWY_INLINE void transposeFour(const Rows& rows, std::size_t row, std::size_t k, typename Rows::Unit* out) {
    const FourOf<typename Rows::Unit> d;
    const hn::RepartitionToWide<decltype(d)> wide;
    const auto first = load(rows, row, k);
    const auto second = load(rows, row + 1, k);
    const auto third = load(rows, row + 2, k);
    const auto fourth = load(rows, row + 3, k);
    const auto lower = hn::BitCast(wide, hn::InterleaveLower(d, first, second));
    const auto upper = hn::BitCast(wide, hn::InterleaveUpper(d, first, second));
    const auto nextLower = hn::BitCast(wide, hn::InterleaveLower(d, third, fourth));
    const auto nextUpper = hn::BitCast(wide, hn::InterleaveUpper(d, third, fourth));
    hn::StoreU(hn::BitCast(d, hn::InterleaveLower(wide, lower, nextLower)), d, out);
    hn::StoreU(hn::BitCast(d, hn::InterleaveUpper(wide, lower, nextLower)), d, out + kStrip);
    hn::StoreU(hn::BitCast(d, hn::InterleaveLower(wide, upper, nextUpper)), d, out + 2 * kStrip);
    hn::StoreU(hn::BitCast(d, hn::InterleaveUpper(wide, upper, nextUpper)), d, out + 3 * kStrip);
}

#else
constexpr bool kHasFours = false;

template <typename Rows>
void transposeFour(const Rows& /*rows*/, std::size_t /*row*/, std::size_t /*k*/, typename Rows::Unit* /*out*/) {}
#endif

/// Turns `count` units of each row into columns of a strip: 16 units of each row at a time, so that what is written
/// stays in the first cache.
template <typename Rows>
void transpose(std::size_t columns, std::size_t count, const Rows& rows, typename Rows::Unit* out) {
    constexpr std::size_t kUnits = 16;
    const std::size_t wholeColumns = kHasFours ? columns / 4 * 4 : 0;
    for (std::size_t first = 0; first < count; first += kUnits) {
        const std::size_t end = std::min(first + kUnits, count);
        const std::size_t wholeEnd = first + (end - first) / 4 * 4;
        for (std::size_t column = 0; column < wholeColumns; column += 4) {
            for (std::size_t k = first; k < wholeEnd; k += 4) {
                transposeFour(rows, column, k, out + k * kStrip + column);
            }
        }
        for (std::size_t column = 0; column < columns; ++column) {
            for (std::size_t k = column < wholeColumns ? wholeEnd : first; k < end; ++k) {
                out[k * kStrip + column] = rows.at(column, k);
            }
        }
    }
}

void floats(const PlainRows<float>& rows, std::size_t columns, std::size_t count, float* out) {
    transpose(columns, count, FloatRows{rows}, out);
}

void halves(const PlainRows<std::uint16_t>& rows, std::size_t columns, std::size_t count, float* out) {
    transpose(columns, count, WidenedRows{rows}, out);
}

void pairs(const PlainRows<std::uint16_t>& rows, std::size_t columns, std::size_t count, std::uint32_t* out) {
    transpose(columns, count / 2, PairedRows{rows}, out);
    if (count % 2 == 1) {
        for (std::size_t column = 0; column < columns; ++column) {
            out[count / 2 * kStrip + column] = rows.data[column * rows.stride + count - 1];
        }
    }
}

} // namespace parley::kernels::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace parley::kernels {

HWY_EXPORT(floats);
HWY_EXPORT(halves);
HWY_EXPORT(pairs);

void transposeFloats(const PlainRows<float>& rows, std::size_t columns, std::size_t count, float* out) {
    HWY_DYNAMIC_DISPATCH(floats)(rows, columns, count, out);
}

void transposeHalves(const PlainRows<std::uint16_t>& rows, std::size_t columns, std::size_t count, float* out) {
    HWY_DYNAMIC_DISPATCH(halves)(rows, columns, count, out);
}

void transposePairs(const PlainRows<std::uint16_t>& rows, std::size_t columns, std::size_t count, std::uint32_t* out) {
    HWY_DYNAMIC_DISPATCH(pairs)(rows, columns, count, out);
}

} // namespace parley::kernels
#endif
