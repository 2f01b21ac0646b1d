// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <hwy/base.h>

#include <cstddef>

namespace parley::kernels {

/// Bytes that are asked for ahead of their use, into the second cache, and then into the first one; measured. A
/// processor's own guesses end with each page.
inline constexpr std::size_t kAheadBytes = 8192;
inline constexpr std::size_t kShortlyBytes = 1024;

inline constexpr std::size_t kCacheLine = 64;

/// Asks for what follows `Bytes` weights at w that are read now. Behind the end of W, where this leads at last, it does
/// nothing.
template <std::size_t Bytes>
HWY_INLINE void fetchAhead(const std::byte* w) {
    for (std::size_t i = 0; i < Bytes; i += kCacheLine) {
        __builtin_prefetch(w + kAheadBytes + i, 0, 2);
        __builtin_prefetch(w + kShortlyBytes + i, 0, 3);
    }
}

/// The same for `Rows` rows of `rowBytes` that are read side by side and have come to `at`, others behind them.
template <std::size_t Rows>
HWY_INLINE void fetchRowsAhead(const std::byte* w, std::size_t rowBytes, std::size_t at) {
    const std::size_t place = at + kAheadBytes / Rows;
    const std::byte* const from = w + (place < rowBytes ? place : place + (Rows - 1) * rowBytes);
    for (std::size_t row = 0; row < Rows; ++row) {
        __builtin_prefetch(from + row * rowBytes, 0, 2);
        __builtin_prefetch(w + row * rowBytes + at + kShortlyBytes / Rows, 0, 3);
    }
}

} // namespace parley::kernels
