// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <hwy/cache_control.h>

#include <algorithm>
#include <cstddef>

namespace parley::kernels {

/// Asks for weights ahead of their use. One tile of rows reads W at the memory's speed, so what comes shortly after is
/// asked for. Of several tiles only the first one would wait for memory, so each asks for its share of the next panel
/// while it computes from the caches.
class Ahead {
public:
    /// The tile-th of `tiles`; `next` is how far away the next panel's bytes lie, unless this panel is the last one.
    Ahead(std::size_t tile, std::size_t tiles, std::size_t near, std::size_t next, bool isLast)
        : m_distance(tiles == 1 ? std::min(near, next) : next), m_every(tiles),
          m_wait(tiles > 1 && isLast ? kNever : tile) {}

    /// For packed weights, which are read from front to back. To be called for one piece after the other.
    template <std::size_t Bytes>
    HWY_INLINE void fetch(const std::byte* w) {
        if (isDue()) {
            for (std::size_t i = 0; i < Bytes; i += kLine) {
                hwy::Prefetch(w + m_distance + i); // behind the end of W, too, where it does nothing
            }
        }
    }

    /// For `Rows` rows that are read side by side, the next ones following; to be called for one vector at `at` after
    /// the other.
    template <std::size_t Rows>
    HWY_INLINE void fetchRows(const std::byte* w, std::size_t at, std::size_t rowBytes) {
        if (isDue()) {
            const std::size_t place = at + m_distance;
            const std::byte* const from = w + (place < rowBytes ? place : place + (Rows - 1) * rowBytes);
            for (std::size_t row = 0; row < Rows; ++row) {
                hwy::Prefetch(from + row * rowBytes);
            }
        }
    }

private:
    static constexpr std::size_t kLine = 64;
    static constexpr std::size_t kNever = ~std::size_t{0};

    HWY_INLINE bool isDue() {
        if (m_wait > 0) {
            --m_wait;
            return false;
        }
        m_wait = m_every - 1;
        return true;
    }

    std::size_t m_distance;
    std::size_t m_every;
    std::size_t m_wait;
};

} // namespace parley::kernels
