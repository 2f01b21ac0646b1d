// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace parley::benchmarks {

/// A sound that is loud everywhere, the same each time: samples in ±0.25.
inline std::vector<float> noise(std::size_t samples) {
    std::vector<float> out(samples);
    std::uint32_t state = 1;
    for (float& sample : out) {
        state = state * 1664525U + 1013904223U;
        sample = static_cast<float>(static_cast<std::int32_t>(state)) * 0x1p-33F;
    }
    return out;
}

} // namespace parley::benchmarks
