// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <optional>
#include <stop_token>
#include <thread>

namespace parley::runtime {

/// Runs jobs in order on one thread of its own. Destruction asks the running job to stop; those that wait are run, too,
/// with their stop already asked for, so that each can tell its owner how it ended.
class JobQueue {
public:
    using Job = std::function<void(const std::stop_token&)>;

    /// What to do when no job comes. Both are called on the queue's thread, between jobs.
    struct Idle {
        std::function<std::optional<std::chrono::milliseconds>()> after; ///< so long; nothing: never
        std::function<void()> work;                                      ///< again after each further such time
    };

    JobQueue() : JobQueue(Idle{}) {}
    explicit JobQueue(Idle idle);
    ~JobQueue() = default; // the thread, declared last, stops and joins first
    JobQueue(const JobQueue&) = delete;
    JobQueue& operator=(const JobQueue&) = delete;

    /// The job's token is set when `stop` is, or when the queue is destroyed. Any thread.
    void push(Job job, std::stop_token stop);

private:
    struct Entry {
        Job job;
        std::stop_token stop;
    };
    void loop(const std::stop_token& quit);
    /// Nothing when it is time for idle work, or to quit.
    [[nodiscard]] std::optional<Entry> waitForNext(const std::stop_token& quit);

    Idle m_idle;
    std::mutex m_mutex;
    std::condition_variable_any m_arrived;
    std::deque<Entry> m_waiting;
    std::jthread m_thread;
};

} // namespace parley::runtime
