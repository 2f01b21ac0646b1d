// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "bridge/speech_service.h"

#include <chrono>
#include <deque>
#include <optional>

namespace parley::ui {

/// Lets a report through at most 20 times a second.
class ReportPace {
public:
    /// `must`: a report that can't be left out, such as the last one of its kind.
    [[nodiscard]] bool mayReport(bool must);

private:
    std::optional<std::chrono::steady_clock::time_point> m_last;
};

/// Turns what the engine tells into rates over the last seconds. One job, one thread.
class ProgressMeter {
public:
    using Clock = std::chrono::steady_clock;

    [[nodiscard]] static JobProgress phase(JobProgress::Phase phase, double done, double total);
    [[nodiscard]] JobProgress step(qint64 step, qint64 stepsAtMost, Clock::time_point now = Clock::now());

private:
    struct Mark {
        Clock::time_point time;
        qint64 step = 0;
    };
    std::deque<Mark> m_marks;
};

} // namespace parley::ui
