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

/// Rows of `bytes`, `stride` bytes apart, that are read next: asked for line by line into the second cache, beside
/// computing that needs nothing from memory.
class ReadNext {
public:
    ReadNext() = default;
    ReadNext(const void* data, std::size_t rows, std::size_t bytes, std::size_t stride)
        : m_row(static_cast<const std::byte*>(data)), m_rows(rows), m_bytes(bytes), m_stride(stride) {}

    HWY_INLINE void fetchLine() {
        if (m_rows == 0) {
            return;
        }
        __builtin_prefetch(m_row + m_at, 0, 2);
        m_at += kCacheLine;
        if (m_at >= m_bytes) {
            m_at = 0;
            m_row += m_stride;
            --m_rows;
        }
    }

private:
    const std::byte* m_row = nullptr;
    std::size_t m_rows = 0;
    std::size_t m_bytes = 0;
    std::size_t m_stride = 0;
    std::size_t m_at = 0;
};

} // namespace parley::kernels
