// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "jobs/making_progress.h"

#include <algorithm>

namespace parley::ui {

namespace {

bool isRunning(const JobEntry& entry) {
    return entry.state == JobState::Running;
}

} // namespace

const JobEntry* frontOf(const QList<JobEntry>& entries) {
    const auto found = std::find_if(entries.begin(), entries.end(), isRunning);
    return found == entries.end() ? nullptr : &*found;
}

std::optional<MakingProgress> makingProgress(const QList<JobEntry>& entries) {
    const JobEntry* const front = frontOf(entries);
    if (front == nullptr) {
        return std::nullopt;
    }
    MakingProgress making{front->progress, front->stopping, 0, front->progress};
    for (const JobEntry& entry : entries) {
        if (isRunning(entry) && &entry != front) {
            ++making.others;
            making.all.tokensPerSecond += entry.progress.tokensPerSecond;
            making.all.realtime += entry.progress.realtime;
            const bool isKnown = making.all.secondsLeft > 0 && entry.progress.secondsLeft > 0;
            making.all.secondsLeft =
                isKnown ? std::max(making.all.secondsLeft, entry.progress.secondsLeft) : 0; // 0: not known
        }
    }
    return making;
}

} // namespace parley::ui
