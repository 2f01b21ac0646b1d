// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>

namespace parley::codec {

/// How many pieces of `piece` cover `value`, neither negative.
[[nodiscard]] constexpr std::int64_t divideUp(std::int64_t value, std::int64_t piece) noexcept {
    return (value + piece - 1) / piece;
}

/// The next multiple of `step`.
[[nodiscard]] constexpr std::int64_t roundUp(std::int64_t value, std::int64_t step) noexcept {
    return divideUp(value, step) * step;
}

} // namespace parley::codec
