// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "bridge/speech_service.h"

#include <QString>

namespace parley::ui {

/// "8 s", "3 min 20 s", "1 h 5 min": whole units, at least a second. Any thread, like all here.
[[nodiscard]] QString durationText(double seconds);

/// What a job is at: "Step 12 of 3,054", "Loading the model, 40 %".
[[nodiscard]] QString phaseText(const JobProgress& progress);

/// Its speed and how long it still takes, as far as they are known: "12.3 tokens/s · 0.14 × real time · 3 min left".
[[nodiscard]] QString paceText(const JobProgress& progress);

/// Speed alone, for what has ended as well as for what runs.
[[nodiscard]] QString rateText(double tokensPerSecond, double realtime);

} // namespace parley::ui
