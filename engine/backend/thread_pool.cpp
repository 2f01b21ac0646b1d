// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "backend/thread_pool.h"

#include <exception>

namespace parley::backend {

namespace {

constexpr std::uint32_t kOpen = std::uint32_t{1} << 31U;

} // namespace

ThreadPool::ThreadPool(int threads, const std::function<void()>& prepare) {
    for (int i = 1; i < threads; ++i) {
        m_workers.emplace_back([this, i, prepare] { workerLoop(i, prepare); });
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
    std::mutex mutex;
    std::exception_ptr failure;
    std::atomic<bool> failed = false;
    const auto guarded = [&](std::int64_t i, std::int64_t) {
        if (failed) {
            return; // the others need not begin
        }
        try {
            task(i);
        } catch (...) {
            const std::scoped_lock lock(mutex);
            failed = true;
            failure = failure ? failure : std::current_exception();
        }
    };
    runTeam([&](Team& team) { team.share(count, 1, guarded); });
    if (failure) {
        std::rethrow_exception(failure);
    }
}

void ThreadPool::runTeam(const std::function<void(Team&)>& work) {
    const std::scoped_lock turn(m_turn);
    PhaseBoard board;
    m_work = &work;
    m_board = &board;
    m_door = kOpen;
    ++m_round;
    m_round.notify_all();
    Team own(board, 0, threads());
    work(own);
    closeDoor();
}

bool ThreadPool::enter() noexcept {
    std::uint32_t door = m_door;
    while ((door & kOpen) != 0) {
        if (m_door.compare_exchange_weak(door, door + 1)) {
            return true;
        }
    }
    return false;
}

void ThreadPool::leave() noexcept {
    if (--m_door == 0) {
        m_door.notify_one();
    }
}

void ThreadPool::closeDoor() noexcept {
    m_door &= ~kOpen;
    for (std::uint32_t door = m_door; door != 0; door = m_door) {
        m_door.wait(door);
    }
}

void ThreadPool::workerLoop(int index, const std::function<void()>& prepare) {
    prepare();
    for (std::uint32_t seen = 0;;) {
        m_round.wait(seen);
        if (m_quit) {
            return;
        }
        // A round that begins here may be joined twice; then all of its phases are passed by.
        seen = m_round;
        if (enter()) {
            Team team(*m_board, index, threads());
            (*m_work)(team);
            leave();
        }
    }
}

} // namespace parley::backend
