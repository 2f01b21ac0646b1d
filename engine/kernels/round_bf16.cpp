// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "kernels/round_bf16.h"

// Highway compiles this file once per instruction set by including it again.
#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "kernels/round_bf16.cpp"
#include <hwy/foreach_target.h>
#include <hwy/highway.h>

#include <cstring>

HWY_BEFORE_NAMESPACE();
namespace parley::kernels::HWY_NAMESPACE {

namespace hn = hwy::HWY_NAMESPACE;

/// Exponent bits all set, sign off: from here on, a float32 is infinite or no number.
constexpr std::int32_t kInfinity = 0x7F800000;

bool roundRow(const float* in, std::uint16_t* out, std::size_t count) {
    const hn::ScalableTag<std::int32_t> d;
    const hn::RebindToUnsigned<decltype(d)> bits;
    const hn::RebindToFloat<decltype(d)> floats;
    const hn::Rebind<std::uint16_t, decltype(d)> half;
    const std::size_t lanes = hn::Lanes(d);
    auto largest = hn::Zero(d); // of the magnitudes, rounded; as integers they are ordered like the floats
    std::size_t i = 0;
    for (; i + lanes <= count; i += lanes) {
        const auto value = hn::BitCast(bits, hn::LoadU(floats, in + i));
        const auto odd = hn::And(hn::ShiftRight<16>(value), hn::Set(bits, 1U));
        const auto rounded = hn::Add(value, hn::Add(odd, hn::Set(bits, 0x7FFFU)));
        // A NaN may round into something harmless, so both sides of the rounding count.
        const auto magnitude = hn::Set(d, 0x7FFFFFFF);
        largest = hn::Max(largest, hn::And(hn::BitCast(d, value), magnitude));
        largest = hn::Max(largest, hn::And(hn::BitCast(d, rounded), magnitude));
        hn::StoreU(hn::DemoteTo(half, hn::BitCast(d, hn::ShiftRight<16>(rounded))), half, out + i);
    }
    bool finite = hn::GetLane(hn::MaxOfLanes(d, largest)) < kInfinity;
    for (; i < count; ++i) {
        std::uint32_t value = 0;
        std::memcpy(&value, in + i, sizeof value);
        const std::uint32_t rounded = value + 0x7FFFU + ((value >> 16U) & 1U);
        finite = finite && (value & 0x7FFFFFFFU) < std::uint32_t{kInfinity} &&
                 (rounded & 0x7FFFFFFFU) < std::uint32_t{kInfinity};
        out[i] = static_cast<std::uint16_t>(rounded >> 16U);
    }
    return finite;
}

} // namespace parley::kernels::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace parley::kernels {

HWY_EXPORT(roundRow);

bool roundToBfloat16(const float* in, std::uint16_t* out, std::size_t count) {
    return HWY_DYNAMIC_DISPATCH(roundRow)(in, out, count);
}

} // namespace parley::kernels
#endif
