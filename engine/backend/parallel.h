// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <functional>

namespace parley::backend {

class Team;

// torch splits an operator's work by its number of threads, and its products and vectorised functions round differently
// at the edges of such pieces. So torch computes on one thread here, always, and the work that is worth sharing is cut
// into pieces that we choose: results don't depend on the number of threads.

/// Sets how many threads compute, in the whole process; 0 is one per physical core. Not while anything computes.
void setThreads(int threads);
[[nodiscard]] int threadCount();

/// To be called by a thread before it computes: makes torch stay on it.
void prepareThread();

/// Runs work(begin, end) over [0, count) in pieces of `piece`, on all compute threads; the pieces depend on the
/// arguments alone. Throws what a piece threw first.
void inPieces(std::int64_t count, std::int64_t piece, const std::function<void(std::int64_t, std::int64_t)>& work);

/// Runs work once on every compute thread, as one team; work must not throw (see ThreadPool::runTeam).
void asTeam(const std::function<void(Team&)>& work);

} // namespace parley::backend
