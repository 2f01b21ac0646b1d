// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "sampling/philox.h"

#include <algorithm>
#include <cmath>

namespace parley::sampling {

PhiloxCounter philox4x32(PhiloxCounter counter, PhiloxKey key) noexcept {
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

float uniform(std::uint32_t word) noexcept {
    constexpr float kStep = 0x1p-24F;
    return std::clamp(static_cast<float>(word >> 8U) * kStep, kStep, 1.0F - kStep);
}

float gumbel(std::uint32_t word) noexcept {
    return -std::log(-std::log(uniform(word)));
}

} // namespace parley::sampling
