// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/preferences.h"

#include <optional>

namespace parley::ui {

/// How far the making of a take is. Times in seconds of sound at tempo 1.0.
struct Making {
    double readySeconds = 0; ///< sound there is
    double totalSeconds = 0; ///< sound there will be at most; 0 while unknown
    double realtime = 0;     ///< seconds of sound made per second; 0 while unknown
    bool complete = false;
};

/// Decides when a take that is being made begins to play.
class StartRule {
public:
    explicit StartRule(PlayMode mode, double speed = 1.0) noexcept : m_mode(mode), m_speed(speed) {}

    [[nodiscard]] bool mayStart(const Making& making) const;
    /// For "ready to play in n s": 0 once it may start, nothing while nobody can know or if it never starts by itself.
    [[nodiscard]] std::optional<double> secondsUntilReady(const Making& making) const;

private:
    /// How much sound must be there so that it can't run dry.
    [[nodiscard]] std::optional<double> soundNeeded(const Making& making) const;

    PlayMode m_mode;
    double m_speed; ///< tempo that it will play with
};

} // namespace parley::ui
