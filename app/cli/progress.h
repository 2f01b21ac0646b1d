// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <cstdint>
#include <string>

namespace parley::cli {

/// One line on a terminal's stderr that is written over as work goes on; silent where there is no terminal.
class Progress {
public:
    explicit Progress(bool wanted);

    void loading(std::uint64_t done, std::uint64_t total);
    void prefill(std::int64_t done, std::int64_t total);
    void step(std::int64_t step, std::int64_t atMost);
    /// A bar for that share of the whole, and words.
    void line(double fraction, const std::string& text);
    [[nodiscard]] bool isShown() const { return m_shown; }
    /// Wipes the line, so that something else can be printed.
    void clear();

private:
    using Clock = std::chrono::steady_clock;
    void show(const std::string& text, bool last);

    bool m_shown;
    bool m_dirty = false;
    Clock::time_point m_lastShown{};
    Clock::time_point m_firstStep{};
};

} // namespace parley::cli
