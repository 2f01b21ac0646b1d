// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "cli/download_lines.h"

#include "cli/byte_text.h"
#include "cli/local_models.h"

namespace parley::cli {

namespace {

using Phase = ui::DownloadProgress::Phase;

/// Unknown sizes have one tenth a gigabyte.
qint64 tenthOf(const ui::DownloadProgress& progress) {
    constexpr qint64 kUnknown = 10'000'000'000;
    return progress.bytes * 10 / (progress.total > 0 ? progress.total : kUnknown);
}

} // namespace

std::string progressText(const ui::DownloadProgress& now) {
    const std::string file = text(now.file);
    switch (now.phase) {
    case Phase::Asking:
        return "asking about " + file;
    case Phase::Checking:
        return "reading what is here of " + file;
    case Phase::Waiting:
        return (now.problem ? now.problem->problem.english() : std::string("waiting")) + "; trying again in " +
               std::to_string(now.waitSeconds) + " s";
    case Phase::Unpacking:
        return "unpacking " + file;
    case Phase::Fetching:
        break;
    }
    std::string line = byteText(now.bytes) + (now.total > 0 ? " of " + byteText(now.total) : "");
    if (now.bytesPerSecond > 0) {
        line += ", " + byteText(static_cast<std::int64_t>(now.bytesPerSecond)) + "/s";
    }
    if (now.secondsLeft >= 0) {
        line += ", " + durationText(now.secondsLeft) + " left";
    }
    line += "; " + std::to_string(now.fileNumber) + "/" + std::to_string(now.fileCount) + " " + file;
    return now.fileSecondsLeft >= 0 && now.fileCount > 1 ? line + ", " + durationText(now.fileSecondsLeft) : line;
}

std::string DownloadLines::due(const ui::DownloadProgress& progress, Clock::time_point now) {
    switch (progress.phase) {
    case Phase::Asking:
    case Phase::Checking:
        return {};
    case Phase::Waiting: { // the subject is the server
        const std::string server = progress.problem ? progress.problem->subject.english() : std::string();
        return (server.empty() ? "" : server + ": ") + progressText(progress);
    }
    case Phase::Unpacking: {
        const bool isNew = m_unpacking != progress.file;
        m_unpacking = progress.file;
        return isNew ? progressText(progress) : std::string();
    }
    case Phase::Fetching:
        break;
    }
    return isFurther(progress, now) ? progressText(progress) : std::string();
}

bool DownloadLines::isFurther(const ui::DownloadProgress& progress, Clock::time_point now) {
    constexpr std::chrono::seconds kBetween{30};
    const bool isFirst = m_tenth < 0;
    if (!isFirst && (now - m_told < kBetween || tenthOf(progress) <= m_tenth)) {
        return false;
    }
    m_told = now;
    m_tenth = tenthOf(progress);
    return !isFirst; // where it begins was said before
}

} // namespace parley::cli
