// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "cli/progress.h"

#include "cli/byte_text.h"
#include "parley/frame_rate.h"

#include <unistd.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <iostream>

namespace parley::cli {

namespace {

std::string bar(double fraction) {
    constexpr int kWidth = 24;
    const int filled = static_cast<int>(std::lround(std::clamp(fraction, 0.0, 1.0) * kWidth));
    return "[" + std::string(static_cast<std::size_t>(filled), '#') +
           std::string(static_cast<std::size_t>(kWidth - filled), '.') + "] ";
}

std::string decimals(double value, int digits) {
    std::array<char, 32> text{};
    std::snprintf(text.data(), text.size(), "%.*f", digits, value);
    return text.data();
}

} // namespace

Progress::Progress(bool wanted) : m_shown(wanted && isatty(STDERR_FILENO) == 1) {}

void Progress::loading(std::uint64_t done, std::uint64_t total) {
    const double fraction = static_cast<double>(done) / static_cast<double>(std::max<std::uint64_t>(total, 1));
    show(bar(fraction) + "loading " + decimals(static_cast<double>(done) / 1e9, 1) + " of " +
             decimals(static_cast<double>(total) / 1e9, 1) + " GB",
         done >= total);
}

void Progress::prefill(std::int64_t done, std::int64_t total) {
    show(bar(static_cast<double>(done) / static_cast<double>(total)) + "reading the voice", done >= total);
}

void Progress::step(std::int64_t step, std::int64_t atMost) {
    if (step <= 1) {
        m_firstStep = Clock::now();
    }
    const double elapsed = std::chrono::duration<double>(Clock::now() - m_firstStep).count();
    std::string text = bar(static_cast<double>(step) / static_cast<double>(std::max<std::int64_t>(atMost, 1))) +
                       "step " + std::to_string(step) + " of at most " + std::to_string(atMost);
    if (step > 1 && elapsed > 0) {
        const double rate = static_cast<double>(step - 1) / elapsed;
        text += ", " + decimals(rate, 1) + " tokens/s, " + decimals(rate / kRowsPerSecond, 2) +
                " x real time, at most " + durationText(static_cast<double>(atMost - step) / rate) + " left";
    }
    show(text, step >= atMost);
}

void Progress::line(double fraction, const std::string& text) {
    show(bar(fraction) + text, false);
}

void Progress::show(const std::string& text, bool last) {
    constexpr std::chrono::milliseconds kPause{100};
    if (!m_shown || (!last && Clock::now() - m_lastShown < kPause)) {
        return;
    }
    m_lastShown = Clock::now();
    m_dirty = true;
    std::cerr << "\r\033[K" << text << std::flush;
}

void Progress::clear() {
    if (m_dirty) {
        std::cerr << "\r\033[K" << std::flush;
        m_dirty = false;
    }
}

} // namespace parley::cli
