// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "runtime/job_queue.h"

#include "runtime/any_stop.h"

namespace parley::runtime {

JobQueue::JobQueue() : m_thread([this](const std::stop_token& quit) { loop(quit); }) {}

void JobQueue::push(Job job, std::stop_token stop) {
    {
        const std::scoped_lock lock(m_mutex);
        m_waiting.push_back({std::move(job), std::move(stop)});
    }
    m_arrived.notify_one();
}

void JobQueue::loop(const std::stop_token& quit) {
    for (;;) {
        Entry entry;
        {
            std::unique_lock lock(m_mutex);
            m_arrived.wait(lock, quit, [this] { return !m_waiting.empty(); });
            if (m_waiting.empty()) {
                return; // only once asked to quit
            }
            entry = std::move(m_waiting.front());
            m_waiting.pop_front();
        }
        AnyStop either;
        either.heed(entry.stop);
        either.heed(quit);
        entry.job(either.token());
    }
}

} // namespace parley::runtime
