// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "backend/team.h"

#if defined(__x86_64__)
#include <immintrin.h>
#endif

namespace parley::backend {

namespace {

/// Rounds of spinning, of some ten nanoseconds each, before a thread goes to sleep.
constexpr int kSpins = 2000;

constexpr unsigned kPhaseShift = 32;

void breathe() noexcept {
#if defined(__x86_64__)
    _mm_pause();
#elif defined(__aarch64__)
    asm volatile("yield");
#endif
}

} // namespace

std::int64_t PhaseBoard::take(std::uint32_t phase, std::uint32_t pieces) noexcept {
    std::uint64_t next = m_next.load(std::memory_order_acquire);
    do {
        if (next >> kPhaseShift != phase) {
            return kOver;
        }
        if (static_cast<std::uint32_t>(next) >= pieces) {
            return kTaken;
        }
    } while (!m_next.compare_exchange_weak(next, next + 1, std::memory_order_acq_rel, std::memory_order_acquire));
    return static_cast<std::uint32_t>(next);
}

void PhaseBoard::finish(std::uint32_t phase, std::uint32_t pieces) noexcept {
    if (m_finished.fetch_add(1, std::memory_order_acq_rel) + 1 < pieces) {
        return;
    }
    m_finished.store(0, std::memory_order_relaxed); // nobody holds a piece
    m_next.store(std::uint64_t{phase + 1} << kPhaseShift, std::memory_order_release);
    m_ended.fetch_add(1, std::memory_order_acq_rel); // not a store: the next phase's may come first
    m_ended.notify_all();
}

void PhaseBoard::await(std::uint32_t phase) noexcept {
    for (int spin = 0; spin < kSpins; ++spin) {
        if (m_ended.load(std::memory_order_acquire) > phase) {
            return;
        }
        breathe();
    }
    for (std::uint32_t ended = m_ended; ended <= phase; ended = m_ended) {
        m_ended.wait(ended, std::memory_order_acquire);
    }
}

} // namespace parley::backend
