// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "backend/thread_pool.h"

#include <utility>

namespace parley::backend {

ThreadPool::ThreadPool(int threads, const std::function<void()>& prepare) {
    for (int i = 1; i < threads; ++i) {
        m_workers.emplace_back([this, prepare] { workerLoop(prepare); });
    }
}

ThreadPool::~ThreadPool() {
    m_quit = true;
    ++m_round;
    m_round.notify_all();
    for (std::thread& worker : m_workers) {
        worker.join();
    }
}

void ThreadPool::run(std::int64_t count, const std::function<void(std::int64_t)>& task) {
    const std::scoped_lock turn(m_turn);
    m_task = &task;
    m_count = count;
    m_next = 0;
    const bool shared = count > 1 && !m_workers.empty();
    if (shared) {
        m_active = static_cast<std::uint32_t>(m_workers.size());
        ++m_round;
        m_round.notify_all();
    }
    takeTasks();
    if (shared) {
        for (std::uint32_t active = m_active; active != 0; active = m_active) {
            m_active.wait(active);
        }
    }
    if (m_failure) {
        std::rethrow_exception(std::exchange(m_failure, nullptr));
    }
}

void ThreadPool::workerLoop(const std::function<void()>& prepare) {
    prepare();
    // A worker that starts late still sees a round that it is counted in: rounds begin at 0.
    for (std::uint32_t seen = 0;; ++seen) {
        m_round.wait(seen);
        if (m_quit) {
            return;
        }
        takeTasks();
        if (--m_active == 0) {
            m_active.notify_one();
        }
    }
}

void ThreadPool::takeTasks() {
    for (std::int64_t i = m_next++; i < m_count; i = m_next++) {
        try {
            (*m_task)(i);
        } catch (...) {
            const std::scoped_lock lock(m_failureMutex);
            if (!m_failure) {
                m_failure = std::current_exception();
            }
            m_next = m_count; // the others need not begin
        }
    }
}

} // namespace parley::backend
