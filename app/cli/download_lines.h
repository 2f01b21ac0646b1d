// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "downloads/download_progress.h"

#include <chrono>
#include <string>

namespace parley::cli {

/// How far a download is, in words of one line.
[[nodiscard]] std::string progressText(const ui::DownloadProgress& now);

/// What a download tells where there is no terminal for a bar: a line for another tenth of it, but none within half a
/// minute of the one before; one for each try that failed, with the reason; and one for each archive. One thread.
class DownloadLines {
public:
    using Clock = std::chrono::steady_clock;

    /// The line that is due now; empty: none.
    [[nodiscard]] std::string due(const ui::DownloadProgress& progress, Clock::time_point now = Clock::now());

private:
    [[nodiscard]] bool isFurther(const ui::DownloadProgress& progress, Clock::time_point now);

    Clock::time_point m_told{}; ///< when the last line on bytes was due, or the first bytes came
    qint64 m_tenth = -1;        ///< the one that it was in; negative: nothing came yet
    QString m_unpacking;        ///< the archive that the last such line was about
};

} // namespace parley::cli
