// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "runtime/job_queue.h"

#include "runtime/any_stop.h"

#include <utility>

namespace parley::runtime {

JobQueue::JobQueue(Idle idle)
    : m_idle(std::move(idle)), m_thread([this](const std::stop_token& quit) { loop(quit); }) {}

void JobQueue::push(Job job, std::stop_token stop) {
    {
        const std::scoped_lock lock(m_mutex);
        m_waiting.push_back({std::move(job), std::move(stop)});
    }
    m_arrived.notify_one();
}

void JobQueue::loop(const std::stop_token& quit) {
    for (;;) {
        const std::optional<Entry> entry = waitForNext(quit);
        if (entry) {
            AnyStop either;
            either.heed(entry->stop);
            either.heed(quit);
            entry->job(either.token());
        } else if (quit.stop_requested()) {
            return;
        } else {
            m_idle.work();
        }
    }
}

std::optional<JobQueue::Entry> JobQueue::waitForNext(const std::stop_token& quit) {
    const auto patience = m_idle.after ? m_idle.after() : std::nullopt;
    const auto isThere = [this] { return !m_waiting.empty(); };
    std::unique_lock lock(m_mutex);
    if (patience) {
        m_arrived.wait_for(lock, quit, *patience, isThere);
    } else {
        m_arrived.wait(lock, quit, isThere);
    }
    if (m_waiting.empty()) {
        return std::nullopt;
    }
    Entry entry = std::move(m_waiting.front());
    m_waiting.pop_front();
    return entry;
}

} // namespace parley::runtime
