// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/team.h"

#include <atomic>
#include <cstdint>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace parley::backend {

/// The threads that compute. Idle ones sleep, so that other programs, and our own window, get the cores.
class ThreadPool {
public:
    /// threads counts the caller of run(); `prepare` is run first by every thread of the pool's own.
    ThreadPool(int threads, const std::function<void()>& prepare);
    ~ThreadPool();
    ThreadPool(const ThreadPool&) = delete;
    ThreadPool& operator=(const ThreadPool&) = delete;

    [[nodiscard]] int threads() const noexcept { return static_cast<int>(m_workers.size()) + 1; }

    /// Runs task(0) … task(count − 1), on all threads, and returns when all are done. What a task throws first is
    /// thrown again here. Calls from several threads take turns; a task must not call it.
    void run(std::int64_t count, const std::function<void(std::int64_t)>& task);

    /// Runs work on the caller's thread and on every other one that wakes before it ends, as one team: one waking for
    /// many phases. Calls take turns with those of run(); work must not throw, nor call either.
    void runTeam(const std::function<void(Team&)>& work);

private:
    using Work = std::function<void(Team&)>;

    void workerLoop(int index, const std::function<void()>& prepare);
    [[nodiscard]] bool enter() noexcept;
    void leave() noexcept;
    void closeDoor() noexcept;

    std::mutex m_turn;
    const Work* m_work = nullptr; ///< behind the door
    PhaseBoard* m_board = nullptr;
    std::atomic<std::uint32_t> m_round = 0; ///< counts pieces of work; workers sleep on it
    std::atomic<std::uint32_t> m_door = 0;  ///< whether work may be joined, and how many workers are at it
    std::atomic<bool> m_quit = false;
    std::vector<std::thread> m_workers;
};

} // namespace parley::backend
