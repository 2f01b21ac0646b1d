// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "bridge/progress_meter.h"

#include "parley/frame_rate.h"

#include <algorithm>

namespace parley::ui {

namespace {

using namespace std::chrono_literals;

constexpr auto kReportEvery = 50ms;
constexpr auto kRateOver = 4s;

double fractionOf(double done, double total) {
    return total > 0 ? std::clamp(done / total, 0.0, 1.0) : 0.0;
}

} // namespace

bool ReportPace::mayReport(bool must) {
    const auto now = std::chrono::steady_clock::now();
    if (!must && m_last && now - *m_last < kReportEvery) {
        return false;
    }
    m_last = now;
    return true;
}

JobProgress ProgressMeter::phase(JobProgress::Phase phase, double done, double total) {
    JobProgress progress;
    progress.phase = phase;
    progress.fraction = fractionOf(done, total);
    return progress;
}

JobProgress ProgressMeter::step(qint64 step, qint64 stepsAtMost, Clock::time_point now) {
    m_marks.push_back({now, step});
    while (m_marks.size() > 2 && now - m_marks.front().time > kRateOver) {
        m_marks.pop_front();
    }
    JobProgress progress =
        phase(JobProgress::Phase::Decoding, static_cast<double>(step), static_cast<double>(stepsAtMost));
    progress.step = step;
    progress.stepsAtMost = stepsAtMost;
    const std::chrono::duration<double> time = now - m_marks.front().time;
    if (time.count() > 0) {
        progress.tokensPerSecond = static_cast<double>(step - m_marks.front().step) / time.count();
        progress.realtime = progress.tokensPerSecond / kRowsPerSecond;
        progress.secondsLeft = static_cast<double>(stepsAtMost - step) / std::max(progress.tokensPerSecond, 1e-6);
    }
    return progress;
}

} // namespace parley::ui
