// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "bridge/model_limits.h"
#include "widgets/theme.h"

#include <QList>
#include <QString>
#include <span>

namespace parley::ui {

inline constexpr double kMostVoiceSeconds = 20;

/// How loud a sound is.
struct SoundLevel {
    float peak = 0;          ///< 0 to 1
    double clippedShare = 0; ///< of all samples, those at full scale
};

[[nodiscard]] SoundLevel measureLevel(std::span<const float> samples);

/// A voice as somebody is about to save it.
struct VoiceDraft {
    QString name;
    QString transcript;
    double seconds = 0; ///< of the part that is chosen
    SoundLevel level;
    bool stored = false;                 ///< its sound is in the library already, and stays as it is
    int mostBytes = ModelLimits{}.bytes; ///< that the model reads, the script included
};

/// One plain sentence on a draft. Tone::Bad keeps it from being saved.
struct VoiceFinding {
    Tone tone = Tone::Neutral;
    QString text;

    bool operator==(const VoiceFinding&) const = default;
};

/// Everything worth knowing about a draft, what is good about it included; the worst first.
[[nodiscard]] QList<VoiceFinding> judgeVoice(const VoiceDraft& draft);

/// Characters to be said a second; tags and needless white space don't count. 0 without sound.
[[nodiscard]] double charactersPerSecond(const QString& transcript, double seconds);

/// The transcript with [S1] in front if it has no tag there, and with all tags in capitals.
[[nodiscard]] QString withFixedTags(const QString& transcript);

} // namespace parley::ui
