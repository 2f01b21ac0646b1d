// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "runtime/speech_job.h"

#include <algorithm>
#include <cstdint>
#include <deque>
#include <memory>
#include <mutex>
#include <utility>

namespace parley::runtime {

/// Jobs in the order in which they came, each bound to the model that was the latest then. Any thread.
class WaitingJobs {
public:
    /// Jobs from here on are for another model.
    void beginModel() {
        const std::scoped_lock lock(m_mutex);
        ++m_model;
    }

    /// Returns the number of the job's model.
    std::int64_t push(std::unique_ptr<SpeechJob> job) {
        const std::scoped_lock lock(m_mutex);
        m_jobs.emplace_back(m_model, std::move(job));
        return m_model;
    }

    /// The first job, unless it is for a later model or there is none: null, then.
    [[nodiscard]] std::unique_ptr<SpeechJob> take(std::int64_t model) {
        const std::scoped_lock lock(m_mutex);
        if (m_jobs.empty() || m_jobs.front().first > model) {
            return nullptr;
        }
        std::unique_ptr<SpeechJob> job = std::move(m_jobs.front().second);
        m_jobs.pop_front();
        return job;
    }

    /// Any job whose stop was asked for, or null.
    [[nodiscard]] std::unique_ptr<SpeechJob> takeStopped() {
        const std::scoped_lock lock(m_mutex);
        const auto stopped = std::find_if(m_jobs.begin(), m_jobs.end(), [](const auto& waiting) {
            return waiting.second->stop.token().stop_requested();
        });
        if (stopped == m_jobs.end()) {
            return nullptr;
        }
        std::unique_ptr<SpeechJob> job = std::move(stopped->second);
        m_jobs.erase(stopped);
        return job;
    }

private:
    std::mutex m_mutex;
    std::int64_t m_model = 0;
    std::deque<std::pair<std::int64_t, std::unique_ptr<SpeechJob>>> m_jobs;
};

} // namespace parley::runtime
