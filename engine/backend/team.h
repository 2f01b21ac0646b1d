// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <atomic>
#include <cstdint>

namespace parley::backend {

/// The pieces of the phase that a team is in. A phase ends when its pieces are done, not when all threads have been
/// there: on a busy machine nobody waits for a thread that isn't running and holds no piece.
class PhaseBoard {
public:
    static constexpr std::int64_t kOver = -1;  ///< the phase has ended
    static constexpr std::int64_t kTaken = -2; ///< others do the last pieces of the phase

    /// A piece of this phase for the calling thread: its number below `pieces`, or one of the above.
    [[nodiscard]] std::int64_t take(std::uint32_t phase, std::uint32_t pieces) noexcept;

    /// A piece that take() gave is done; what its thread wrote is visible behind the phase.
    void finish(std::uint32_t phase, std::uint32_t pieces) noexcept;

    /// Returns when the phase has ended. A short wait is spent spinning, since waking a thread takes longer than most
    /// phases; a long one, sleeping.
    void await(std::uint32_t phase) noexcept;

private:
    alignas(64) std::atomic<std::uint64_t> m_next = 0;  ///< the phase, and in the lower half its next piece
    alignas(64) std::atomic<std::uint32_t> m_ended = 0; ///< phases
    alignas(64) std::atomic<std::uint32_t> m_finished = 0;
};

/// One thread's hand in work of many phases that all threads of a pool do together: every one runs the same code and
/// makes the same calls, in the same order, but one that comes late passes by the phases that are over. So what stands
/// between two phases may only read what no phase changes. Nothing here may throw.
class Team {
public:
    Team(PhaseBoard& board, int index, int threads) noexcept : m_board(&board), m_index(index), m_threads(threads) {}

    /// This thread's number, from 0.
    [[nodiscard]] int index() const noexcept { return m_index; }

    /// How many threads it may have at most.
    [[nodiscard]] int threads() const noexcept { return m_threads; }

    /// One phase: work(begin, end) over [0, count) in pieces of `piece`, each done by whoever is free. Returns when all
    /// are done, with what they wrote visible to all.
    template <typename Work>
    void share(std::int64_t count, std::int64_t piece, const Work& work) noexcept {
        if (count <= 0) {
            return;
        }
        const auto pieces = static_cast<std::uint32_t>((count + piece - 1) / piece);
        const std::uint32_t phase = m_phase++;
        std::int64_t own = m_board->take(phase, pieces);
        for (; own >= 0; own = m_board->take(phase, pieces)) {
            work(own * piece, std::min((own + 1) * piece, count));
            m_board->finish(phase, pieces);
        }
        if (own == PhaseBoard::kTaken) {
            m_board->await(phase);
        }
    }

private:
    PhaseBoard* m_board;
    std::uint32_t m_phase = 0;
    int m_index;
    int m_threads;
};

} // namespace parley::backend
