// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <cstring>
#include <vector>

namespace parley::test {

/// Numbers in [-1, 1) that look random, the same for the same seed.
inline std::vector<float> values(std::size_t count, std::uint32_t seed) {
    std::vector<float> out(count);
    for (float& value : out) {
        seed = seed * 1664525U + 1013904223U;
        value = static_cast<float>(static_cast<std::int32_t>(seed)) * 0x1p-31F;
    }
    return out;
}

/// The upper halves of the values.
inline std::vector<std::uint16_t> toBf16(const std::vector<float>& in) {
    std::vector<std::uint16_t> out;
    for (const float value : in) {
        std::uint32_t bits = 0;
        std::memcpy(&bits, &value, sizeof bits);
        out.push_back(static_cast<std::uint16_t>(bits >> 16U));
    }
    return out;
}

inline float asFloat(std::uint16_t value) {
    const std::uint32_t bits = static_cast<std::uint32_t>(value) << 16U;
    float out = 0;
    std::memcpy(&out, &bits, sizeof out);
    return out;
}

inline float asFloat(float value) {
    return value;
}

} // namespace parley::test
