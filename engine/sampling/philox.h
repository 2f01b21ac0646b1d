// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>

namespace parley::sampling {

using PhiloxCounter = std::array<std::uint32_t, 4>;
using PhiloxKey = std::array<std::uint32_t, 2>;

/// Philox4x32-10 (Salmon et al., "Parallel random numbers: as easy as 1, 2, 3", SC 2011): four random words for a
/// counter and a key. Without a state, so a draw doesn't depend on the draws before it, or on who makes it.
/// Here, since GPUs compute it, too.
[[nodiscard]] constexpr PhiloxCounter philox4x32(PhiloxCounter counter, PhiloxKey key) noexcept {
    constexpr std::uint64_t kMultiplier0 = 0xD2511F53U;
    constexpr std::uint64_t kMultiplier1 = 0xCD9E8D57U;
    constexpr std::uint32_t kWeyl0 = 0x9E3779B9U;
    constexpr std::uint32_t kWeyl1 = 0xBB67AE85U;
    for (int round = 0; round < 10; ++round) {
        const std::uint64_t product0 = kMultiplier0 * counter[0];
        const std::uint64_t product1 = kMultiplier1 * counter[2];
        counter = {
            static_cast<std::uint32_t>(product1 >> 32U) ^ counter[1] ^ key[0], static_cast<std::uint32_t>(product1),
            static_cast<std::uint32_t>(product0 >> 32U) ^ counter[3] ^ key[1], static_cast<std::uint32_t>(product0)};
        key[0] += kWeyl0;
        key[1] += kWeyl1;
    }
    return counter;
}

/// A number in [2⁻²⁴, 1 − 2⁻²⁴] from the upper 24 bits of a word.
[[nodiscard]] constexpr float uniform(std::uint32_t word) noexcept {
    constexpr float kStep = 0x1p-24F;
    return std::clamp(static_cast<float>(word >> 8U) * kStep, kStep, 1.0F - kStep);
}

/// Gumbel noise for one candidate: −ln(−ln u), u = uniform(word).
[[nodiscard]] float gumbel(std::uint32_t word) noexcept;

} // namespace parley::sampling
