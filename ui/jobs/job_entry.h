// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "bridge/speech_service.h"
#include "parley/request.h"
#include "store/recipe.h"
#include "store/take.h"

#include <QString>
#include <memory>
#include <optional>

namespace parley::ui {

/// What a person asks for when pressing `Make`: settings.takes performances of a script.
struct JobOrder {
    Recipe recipe;
    std::optional<VoicePrompt> voice;
};

enum class JobState { Waiting, Running, Done, Failed, Cancelled };

/// One performance in the queue.
struct JobEntry {
    quint64 id = 0;
    Recipe recipe;                            ///< settings.takes = 1; settings.seed is this performance's own
    std::shared_ptr<const VoicePrompt> voice; ///< shared by the takes of an order; null: none
    int take = 1;                             ///< which of the order's takes, from 1
    int takes = 1;                            ///< how many the order asked for
    JobState state = JobState::Waiting;
    bool stopping = false;              ///< running, but asked to stop
    TakeId takeId = 0;                  ///< once sound is being made
    JobProgress progress{};             ///< while running
    QString problem;                    ///< why it failed, for people
    std::optional<ErrorCode> failure{}; ///< of which kind that was

    [[nodiscard]] bool hasEnded() const noexcept { return state != JobState::Waiting && state != JobState::Running; }
};

/// A script's first words on one line, without speaker tags. `most` counts characters.
[[nodiscard]] QString firstWords(const QString& script, int most);

} // namespace parley::ui
