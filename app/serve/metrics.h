// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "parley/listener.h"

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <map>
#include <mutex>
#include <string>
#include <utility>

namespace parley::serve {

/// Counts what the server does. Any thread.
class Metrics {
public:
    enum class Outcome { Finished, Cancelled, Failed };

    void countRequest(const std::string& path, int status);
    void countStep() noexcept { ++m_steps; }
    void countSound(std::size_t samples) noexcept { m_samples += samples; }
    void beginSpeaking() noexcept { ++m_active; }
    /// `hasBegun`: beginSpeaking() was called for it.
    void endJob(Outcome outcome, const Speech& speech, bool hasBegun);

    /// How long a job that finished took on the average, in seconds; 0 before the first.
    [[nodiscard]] double meanSeconds() const;

    /// What only the caller knows.
    struct Now {
        std::size_t jobs = 0; ///< in hand, those that speak included
        std::size_t most = 0;
        bool isReady = false;
    };
    /// Prometheus's text format.
    [[nodiscard]] std::string text(const Now& now) const;

private:
    std::atomic<std::uint64_t> m_steps = 0;
    std::atomic<std::uint64_t> m_samples = 0;
    std::atomic<std::uint64_t> m_active = 0;

    mutable std::mutex m_mutex; // for all below
    std::map<std::pair<std::string, int>, std::uint64_t> m_requests;
    std::map<Outcome, std::uint64_t> m_outcomes;
    double m_finishedSeconds = 0;
    double m_firstSoundSeconds = 0;
    double m_lastTokensPerSecond = 0;
};

} // namespace parley::serve
