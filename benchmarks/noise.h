// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace parley::benchmarks {

inline constexpr float kSoundAmplitude = 0.25F; ///< loud, and far from clipping

/// Values all over ±amplitude, the same each time.
inline std::vector<float> noise(std::size_t count, float amplitude) {
    std::vector<float> out(count);
    std::uint32_t state = 1;
    for (float& value : out) {
        state = state * 1664525U + 1013904223U;
        value = static_cast<float>(static_cast<std::int32_t>(state)) * 0x1p-31F * amplitude;
    }
    return out;
}

} // namespace parley::benchmarks
