// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <atomic>
#include <cstdint>
#include <exception>
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

private:
    void workerLoop(const std::function<void()>& prepare);
    void takeTasks();

    std::mutex m_turn;
    const std::function<void(std::int64_t)>* m_task = nullptr;
    std::int64_t m_count = 0;
    std::atomic<std::int64_t> m_next = 0;
    std::exception_ptr m_failure;
    std::mutex m_failureMutex;
    std::atomic<std::uint32_t> m_round = 0;  ///< counts runs; workers sleep on it
    std::atomic<std::uint32_t> m_active = 0; ///< workers that have not finished this round; the caller sleeps on it
    std::atomic<bool> m_quit = false;
    std::vector<std::thread> m_workers;
};

} // namespace parley::backend
