// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>

namespace parley::sampling {

using PhiloxCounter = std::array<std::uint32_t, 4>;
using PhiloxKey = std::array<std::uint32_t, 2>;

/// Philox4x32-10 (Salmon et al., "Parallel random numbers: as easy as 1, 2, 3", SC 2011): four random words for a
/// counter and a key. Without a state, so a draw doesn't depend on the draws before it, or on who makes it.
[[nodiscard]] PhiloxCounter philox4x32(PhiloxCounter counter, PhiloxKey key) noexcept;

/// A number in [2⁻²⁴, 1 − 2⁻²⁴] from the upper 24 bits of a word.
[[nodiscard]] float uniform(std::uint32_t word) noexcept;

/// Gumbel noise for one candidate: −ln(−ln u), u = uniform(word).
[[nodiscard]] float gumbel(std::uint32_t word) noexcept;

} // namespace parley::sampling
