// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "jobs/job_entry.h"

#include <QList>
#include <optional>

namespace parley::ui {

/// What is being made, as one thing: the oldest job stands in front, the others are its company.
struct MakingProgress {
    JobProgress front;
    bool stopping = false; ///< the one in front was asked to stop
    int others = 0;        ///< jobs beside it
    JobProgress all;       ///< as `front`, but for the pace: of all together, and until the last one is whole
};

/// The oldest of those that run; null: nothing does.
[[nodiscard]] const JobEntry* frontOf(const QList<JobEntry>& entries);

/// None if nothing runs.
[[nodiscard]] std::optional<MakingProgress> makingProgress(const QList<JobEntry>& entries);

} // namespace parley::ui
