// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "player/start_rule.h"

#include <algorithm>

namespace parley::ui {
namespace {

constexpr double kLeastSound = 0.3;  // seconds: what the sound card takes at once
constexpr double kReserve = 0.7;     // seconds: sound comes in pieces, not in a stream
constexpr double kTrustInRate = 0.9; // the rate may drop: the further the text, the slower each step

} // namespace

bool StartRule::mayStart(const Making& making) const {
    const std::optional<double> seconds = secondsUntilReady(making);
    return seconds.has_value() && *seconds <= 0.0;
}

std::optional<double> StartRule::secondsUntilReady(const Making& making) const {
    if (m_mode == PlayMode::Never) {
        return std::nullopt;
    }
    if (making.complete) {
        return making.readySeconds > 0.0 ? std::optional(0.0) : std::nullopt;
    }
    const std::optional<double> needed = soundNeeded(making);
    if (!needed) {
        return std::nullopt;
    }
    const double missing = *needed - making.readySeconds;
    if (missing <= 0.0) {
        return 0.0;
    }
    return making.realtime > 0.0 ? std::optional(missing / making.realtime) : std::nullopt;
}

std::optional<double> StartRule::soundNeeded(const Making& making) const {
    const bool totalKnown = making.totalSeconds > 0.0;
    switch (m_mode) {
    case PlayMode::AtOnce:
        return kLeastSound;
    case PlayMode::WhenFinished: // "finished" is known by complete alone; the total is only the most there can be
        return totalKnown ? std::optional(std::max(making.totalSeconds, making.readySeconds + kLeastSound))
                          : std::nullopt;
    case PlayMode::WithoutGaps:
        break;
    case PlayMode::Never:
        return std::nullopt;
    }
    const double rate = making.realtime * kTrustInRate;
    if (rate <= 0.0) {
        return std::nullopt;
    }
    if (rate >= m_speed) {
        return kReserve;
    }
    // Playing eats m_speed a second, making adds rate: what is ready must last until the rest is made,
    // ready / (speed − rate) ≥ (total − ready) / rate, that is ready ≥ total · (1 − rate / speed).
    return totalKnown ? std::optional(making.totalSeconds * (1.0 - rate / m_speed) + kReserve) : std::nullopt;
}

} // namespace parley::ui
