// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "downloads/download_progress.h"

namespace parley::ui {

namespace {

using namespace std::chrono_literals;

constexpr auto kWindow = 5s;
constexpr auto kMarkEvery = 100ms;
constexpr auto kLeast = 300ms;

} // namespace

double SpeedMeter::add(qint64 bytes, Clock::time_point now) {
    if (m_marks.empty() || now - m_marks.back().time >= kMarkEvery) {
        m_marks.push_back({now, bytes});
    }
    while (m_marks.size() > 2 && now - m_marks.front().time > kWindow) {
        m_marks.pop_front();
    }
    const std::chrono::duration<double> time = now - m_marks.front().time;
    return time < kLeast ? 0.0 : static_cast<double>(bytes - m_marks.front().bytes) / time.count();
}

} // namespace parley::ui
