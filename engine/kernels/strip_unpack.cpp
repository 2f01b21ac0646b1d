// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "kernels/strip_unpack.h"

#include "kernels/fewer_targets.h"

// Highway compiles this file once per instruction set by including it again.
#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "kernels/strip_unpack.cpp"
#include <hwy/foreach_target.h>
#include <hwy/highway.h>

HWY_BEFORE_NAMESPACE();
namespace parley::kernels::HWY_NAMESPACE {

namespace hn = hwy::HWY_NAMESPACE;

using IntTag = hn::CappedTag<std::int32_t, kPanelRows>;
using FloatTag = hn::RebindToFloat<IntTag>;
using FloatVec = hn::Vec<FloatTag>;
using IntVec = hn::Vec<IntTag>;

/// Where the values of a panel's rows go: the left or the right half of a strip, in one of two forms.
struct FloatSink {
    float* out;

    /// Inputs k … k + 3 of the rows from `row` on.
    HWY_INLINE void put(std::size_t k, std::size_t row, const FloatVec (&four)[4]) const {
        for (std::size_t i = 0; i < 4; ++i) {
            hn::StoreU(four[i], FloatTag(), out + (k + i) * kStrip + row);
        }
    }
};

struct PairSink {
    std::uint32_t* out;

    HWY_INLINE void put(std::size_t k, std::size_t row, const FloatVec (&four)[4]) const {
        for (std::size_t i = 0; i < 4; i += 2) {
            const hn::RebindToUnsigned<IntTag> d;
            const auto first = hn::ShiftRight<16>(rounded(four[i]));
            const auto second = hn::And(rounded(four[i + 1]), hn::Set(d, 0xFFFF0000U));
            hn::StoreU(hn::Or(first, second), d, out + (k + i) / 2 * kStrip + row);
        }
    }
    /// To the nearest bfloat16, ties to even, in the upper half.
    static HWY_INLINE hn::Vec<hn::RebindToUnsigned<IntTag>> rounded(FloatVec value) {
        const hn::RebindToUnsigned<IntTag> d;
        const auto bits = hn::BitCast(d, value);
        const auto odd = hn::And(hn::ShiftRight<16>(bits), hn::Set(d, 1U));
        return hn::Add(bits, hn::Add(odd, hn::Set(d, 0x7FFFU)));
    }
};

HWY_INLINE IntVec loadFour(const std::byte* from) {
    return hn::LoadU(IntTag(), reinterpret_cast<const std::int32_t*>(from));
}

/// The panel's int8 values; see panelBytes().
template <typename Sink>
void unpack8(const std::byte* panel, InputRange inputs, const Sink& sink) {
    const FloatTag d;
    for (std::size_t row = 0; row < kPanelRows; row += hn::Lanes(d)) {
        const FloatVec scale = hn::LoadU(d, reinterpret_cast<const float*>(panel) + row);
        for (std::size_t k = inputs.begin; k < inputs.end; k += 4) {
            const IntVec four = loadFour(panel + kPanelRows * sizeof(float) + k * kPanelRows + row * 4);
            const FloatVec values[4] = {
                hn::Mul(scale, hn::ConvertTo(d, hn::ShiftRight<24>(hn::ShiftLeft<24>(four)))),
                hn::Mul(scale, hn::ConvertTo(d, hn::ShiftRight<24>(hn::ShiftLeft<16>(four)))),
                hn::Mul(scale, hn::ConvertTo(d, hn::ShiftRight<24>(hn::ShiftLeft<8>(four)))),
                hn::Mul(scale, hn::ConvertTo(d, hn::ShiftRight<24>(four))),
            };
            sink.put(k - inputs.begin, row, values);
        }
    }
}

HWY_INLINE FloatVec level(IntVec nibble, FloatVec scale) {
    const IntVec signedLevel = hn::Sub(hn::And(nibble, hn::Set(IntTag(), 15)), hn::Set(IntTag(), 8));
    return hn::Mul(scale, hn::ConvertTo(FloatTag(), signedLevel));
}

/// One block of 32 inputs in int4.
template <typename Sink>
HWY_INLINE void unpackBlock4(const std::byte* values, FloatVec scale, std::size_t k, std::size_t row,
                             const Sink& sink) {
    for (std::size_t step = 0; step < kBlock / 8; ++step) {
        const IntVec bytes = loadFour(values + step * kPanelRows * 4 + row * 4);
        const FloatVec lower[4] = {level(bytes, scale), level(hn::ShiftRight<8>(bytes), scale),
                                   level(hn::ShiftRight<16>(bytes), scale), level(hn::ShiftRight<24>(bytes), scale)};
        const FloatVec upper[4] = {level(hn::ShiftRight<4>(bytes), scale), level(hn::ShiftRight<12>(bytes), scale),
                                   level(hn::ShiftRight<20>(bytes), scale), level(hn::ShiftRight<28>(bytes), scale)};
        sink.put(k + step * 4, row, lower);
        sink.put(k + kBlock / 2 + step * 4, row, upper);
    }
}

/// The panel's int4 values; see panelBytes().
template <typename Sink>
void unpack4(const std::byte* panel, InputRange inputs, const Sink& sink) {
    const FloatTag d;
    const hn::Rebind<std::uint16_t, FloatTag> halves;
    const hn::RebindToUnsigned<FloatTag> whole;
    constexpr std::size_t kScales = kPanelRows * sizeof(std::uint16_t);
    constexpr std::size_t kValues = kBlock * kPanelRows / 2;
    for (std::size_t row = 0; row < kPanelRows; row += hn::Lanes(d)) {
        for (std::size_t k = inputs.begin; k < inputs.end; k += kBlock) {
            const std::byte* pair = panel + k / kInputsStep * 2 * (kScales + kValues);
            const std::size_t block = k / kBlock % 2;
            const auto* scales = reinterpret_cast<const std::uint16_t*>(pair + block * kScales);
            const FloatVec scale =
                hn::BitCast(d, hn::ShiftLeft<16>(hn::PromoteTo(whole, hn::LoadU(halves, scales + row))));
            unpackBlock4(pair + 2 * kScales + block * kValues, scale, k - inputs.begin, row, sink);
        }
    }
}

void unpackFloats(const std::byte* panel, WeightFormat format, InputRange inputs, float* out) {
    const FloatSink sink{out};
    format == WeightFormat::Int8 ? unpack8(panel, inputs, sink) : unpack4(panel, inputs, sink);
}

void unpackPairs(const std::byte* panel, WeightFormat format, InputRange inputs, std::uint32_t* out) {
    const PairSink sink{out};
    format == WeightFormat::Int8 ? unpack8(panel, inputs, sink) : unpack4(panel, inputs, sink);
}

} // namespace parley::kernels::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace parley::kernels {

HWY_EXPORT(unpackFloats);
HWY_EXPORT(unpackPairs);

void unpackPanel(const std::byte* panel, WeightFormat format, InputRange inputs, float* out) {
    HWY_DYNAMIC_DISPATCH(unpackFloats)(panel, format, inputs, out);
}

void unpackPanelPairs(const std::byte* panel, WeightFormat format, InputRange inputs, std::uint32_t* out) {
    HWY_DYNAMIC_DISPATCH(unpackPairs)(panel, format, inputs, out);
}

} // namespace parley::kernels
#endif
