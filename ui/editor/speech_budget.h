// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "bridge/model_limits.h"

#include <QString>

namespace parley::ui {

/// How fast people are expected to speak. A first guess: the reference's own constants amount to 12.8 without a voice
/// and 25 with one, and the latter sounds hurried.
inline constexpr double kCharactersPerSecond = 15.0;

/// Outside of these the model becomes unreliable.
inline constexpr double kShortestSeconds = 5.0;
inline constexpr double kLongestSeconds = 20.0;

/// What there is to spend on a script.
struct SpeechLimits {
    int maxTokens = ModelLimits{}.tokens;      ///< rows of codes, the voice's included
    qsizetype mostBytes = ModelLimits{}.bytes; ///< that the model reads, the voice's transcript included
    double voiceSeconds = 0;                   ///< 0: no voice
    QString voiceTranscript;
    bool closingTag = true; ///< the model gets one more tag
};

/// What a script spends of it.
struct SpeechBudget {
    qsizetype bytes = 0; ///< with the voice's transcript
    qsizetype mostBytes = ModelLimits{}.bytes;
    qsizetype voiceBytes = 0;
    double expectedSeconds = 0;
    double possibleSeconds = 0; ///< what the voice leaves

    [[nodiscard]] bool fitsBytes() const noexcept { return bytes <= mostBytes; }
    [[nodiscard]] bool fitsSeconds() const noexcept { return expectedSeconds <= possibleSeconds; }
    bool operator==(const SpeechBudget&) const = default;
};

[[nodiscard]] SpeechBudget speechBudget(const QString& script, const SpeechLimits& limits);

/// True if the script begins with [S2] where the voice's transcript ends with [S1]: the model reads them as one text,
/// in which the speakers alternate.
[[nodiscard]] bool continuesVoice(const QString& script, const SpeechLimits& limits);

/// Seconds that a text takes to speak; tags take none.
[[nodiscard]] double expectedSeconds(QStringView text);

/// Why a script can't be spoken at all, as a sentence; empty if it can.
[[nodiscard]] QString speechProblem(const QString& script, const SpeechLimits& limits);

} // namespace parley::ui
