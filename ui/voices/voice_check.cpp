// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "voices/voice_check.h"

#include "bridge/error_text.h"
#include "parley/script.h"

#include <QCoreApplication>
#include <QLocale>
#include <QRegularExpression>
#include <algorithm>
#include <cmath>

namespace parley::ui {

namespace {

constexpr double kLeastSeconds = 1;
constexpr double kGoodSeconds = 5;
constexpr double kBestSecondsEnd = 10;
constexpr double kLeastRate = 8; // characters per second
constexpr double kMostRate = 25;
// Beyond these the text is certainly not what is said: nobody speaks so slowly or so fast.
constexpr double kImpossiblySlow = 3;
constexpr double kImpossiblyFast = 45;
constexpr float kSilent = 0.002F; // -54 dB
constexpr float kQuiet = 0.05F;   // -26 dB
constexpr float kFullScale = 0.999F;
constexpr double kClippedShare = 0.0005;

QString say(const char* text) {
    return QCoreApplication::translate("VoiceCheck", text);
}

/// Any spelling of a speaker tag, at the beginning of the subject or anywhere.
const QRegularExpression& tagPattern() {
    static const QRegularExpression pattern(QStringLiteral("\\[[sS]([12])\\]"));
    return pattern;
}

QString spoken(const QString& transcript) {
    return QString(transcript).replace(tagPattern(), QStringLiteral(" ")).simplified();
}

/// The text's own faults, apart from whether it fits the sound.
QList<VoiceFinding> judgeText(const QString& transcript, int mostBytes) {
    if (spoken(transcript).isEmpty()) {
        return {{Tone::Bad, say(QT_TRANSLATE_NOOP("VoiceCheck", "Write down, word for word, what is said."))}};
    }
    const std::string text = transcript.toStdString();
    QList<VoiceFinding> findings;
    if (const auto bytes = encodeScript(text, static_cast<std::size_t>(mostBytes)); !bytes.ok()) {
        findings += {Tone::Bad, say(QT_TRANSLATE_NOOP("VoiceCheck", "The model can't read this text: %1"))
                                    .arg(localText(bytes.error().problem))};
    }
    bool first = false;
    bool wrongCase = false;
    bool twice = false;
    bool unlisted = false;
    for (const ScriptWarning& warning : lintScript(text)) {
        first |= warning.kind == ScriptWarning::Kind::MissingFirstTag;
        wrongCase |= warning.kind == ScriptWarning::Kind::TagCase;
        twice |= warning.kind == ScriptWarning::Kind::NotAlternating;
        unlisted |= warning.kind == ScriptWarning::Kind::UnlistedNonVerbal;
    }
    const auto note = [&](bool found, Tone tone, const char* words) {
        if (found) {
            findings += {tone, say(words)};
        }
    };
    note(first, Tone::Bad, QT_TRANSLATE_NOOP("VoiceCheck", "Begin the text with the first speaker's tag, [S1]."));
    note(wrongCase, Tone::Bad, QT_TRANSLATE_NOOP("VoiceCheck", "Write the tags in capitals, or they are read aloud."));
    note(twice, Tone::Warning,
         QT_TRANSLATE_NOOP("VoiceCheck", "The tags don't take turns: use a tag only where the speaker changes."));
    note(unlisted, Tone::Warning,
         QT_TRANSLATE_NOOP("VoiceCheck", "The model was not taught one of the sounds in parentheses."));
    return findings;
}

VoiceFinding judgeLength(double seconds, bool stored) {
    const QString shown = QLocale().toString(seconds, 'f', 1);
    if (seconds < kLeastSeconds) {
        return {Tone::Bad, say(QT_TRANSLATE_NOOP("VoiceCheck", "%1 s is too short to copy a voice from.")).arg(shown)};
    }
    if (seconds > kMostVoiceSeconds) {
        return {
            stored ? Tone::Warning : Tone::Bad,
            say(QT_TRANSLATE_NOOP("VoiceCheck", "%1 s is too long: choose up to 20 s, best 5 to 10 s.")).arg(shown)};
    }
    if (seconds < kGoodSeconds) {
        return {Tone::Warning, say(QT_TRANSLATE_NOOP("VoiceCheck", "%1 s is short: 5 to 10 s work best.")).arg(shown)};
    }
    if (seconds > kBestSecondsEnd) {
        return {Tone::Neutral, say(QT_TRANSLATE_NOOP("VoiceCheck", "%1 s will do; 5 to 10 s work best.")).arg(shown)};
    }
    return {Tone::Good, say(QT_TRANSLATE_NOOP("VoiceCheck", "%1 s is a good length.")).arg(shown)};
}

VoiceFinding judgeRate(double rate) {
    const QString shown = QLocale().toString(rate, 'f', 0);
    if (rate < kLeastRate) {
        return {rate < kImpossiblySlow ? Tone::Bad : Tone::Warning,
                say(QT_TRANSLATE_NOOP("VoiceCheck", "%1 characters per second: the text seems to leave out something "
                                                    "that is said."))
                    .arg(shown)};
    }
    if (rate > kMostRate) {
        return {rate > kImpossiblyFast ? Tone::Bad : Tone::Warning,
                say(QT_TRANSLATE_NOOP("VoiceCheck", "%1 characters per second: the text seems to hold more than is "
                                                    "said in this part."))
                    .arg(shown)};
    }
    return {Tone::Good,
            say(QT_TRANSLATE_NOOP("VoiceCheck", "%1 characters per second: the text fits the sound.")).arg(shown)};
}

QList<VoiceFinding> judgeLevel(const SoundLevel& level) {
    if (level.peak < kSilent) {
        return {{Tone::Bad,
                 say(QT_TRANSLATE_NOOP("VoiceCheck", "This part is silent. Is the microphone muted or not allowed?"))}};
    }
    if (level.peak < kQuiet) {
        return {{Tone::Warning, say(QT_TRANSLATE_NOOP("VoiceCheck", "The sound is very quiet."))}};
    }
    if (level.clippedShare > kClippedShare) {
        return {
            {Tone::Warning, say(QT_TRANSLATE_NOOP("VoiceCheck", "The sound is too loud and distorted in places."))}};
    }
    return {};
}

int urgency(Tone tone) {
    return tone == Tone::Bad ? 0 : tone == Tone::Warning ? 1 : 2;
}

} // namespace

SoundLevel measureLevel(std::span<const float> samples) {
    SoundLevel level;
    std::size_t clipped = 0;
    for (const float sample : samples) {
        const float size = std::abs(sample);
        level.peak = std::max(level.peak, size);
        clipped += size >= kFullScale ? 1 : 0;
    }
    level.clippedShare = samples.empty() ? 0 : static_cast<double>(clipped) / static_cast<double>(samples.size());
    return level;
}

QList<VoiceFinding> judgeVoice(const VoiceDraft& draft) {
    QList<VoiceFinding> findings{judgeLength(draft.seconds, draft.stored)};
    if (!spoken(draft.transcript).isEmpty() && draft.seconds > 0) {
        findings += judgeRate(charactersPerSecond(draft.transcript, draft.seconds));
    }
    findings += judgeText(draft.transcript, draft.mostBytes);
    if (draft.seconds <= kMostVoiceSeconds) {
        findings += judgeLevel(draft.level);
    }
    if (draft.name.trimmed().isEmpty()) {
        findings += {Tone::Bad, say(QT_TRANSLATE_NOOP("VoiceCheck", "Give the voice a name."))};
    }
    std::stable_sort(findings.begin(), findings.end(),
                     [](const VoiceFinding& a, const VoiceFinding& b) { return urgency(a.tone) < urgency(b.tone); });
    return findings;
}

double charactersPerSecond(const QString& transcript, double seconds) {
    return seconds > 0 ? static_cast<double>(spoken(transcript).size()) / seconds : 0;
}

QString withFixedTags(const QString& transcript) {
    const QString text = QString(transcript.trimmed()).replace(tagPattern(), QStringLiteral("[S\\1]"));
    const bool tagged =
        tagPattern()
            .match(text, 0, QRegularExpression::NormalMatch, QRegularExpression::AnchorAtOffsetMatchOption)
            .hasMatch();
    return tagged ? text : QStringLiteral("[S1] ") + text;
}

} // namespace parley::ui
