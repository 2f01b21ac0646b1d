// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "editor/script_checks.h"

#include <QString>

namespace parley::ui {

/// What the fix of a remark does, for its button; `found` is the text concerned. Empty where there is none.
[[nodiscard]] QString fixLabel(ScriptCheck::Kind kind, const QString& found);

/// The script after the fix of one remark, which must be one of this very script. Without a fix: the same script.
[[nodiscard]] QString fixed(const QString& script, const ScriptCheck& check, const SpeechLimits& limits);

/// The script after every fix that takes no words away.
[[nodiscard]] QString fixedAll(const QString& script, const SpeechLimits& limits);

/// [S1] in front of an untagged beginning; where [S2] begins, the speakers change places.
[[nodiscard]] QString withFirstTag(const QString& script);

/// The tag at `start` in its right case.
[[nodiscard]] QString withTagCase(const QString& script, qsizetype start);

/// Without the tag at `start`: its turn goes on with the one before.
[[nodiscard]] QString withTurnJoined(const QString& script, qsizetype start);

/// The sound in parentheses as the listed one that it resembles; without it where it resembles none.
[[nodiscard]] QString withListedNonVerbal(const QString& script, qsizetype start, qsizetype length);

/// The listed sound that was likely meant ("(Laugh)": "laughs"), or nothing.
[[nodiscard]] QString nearestNonVerbal(const QString& found);

/// The start of the script that fits bytes and seconds: whole turns, or whole words of the first one. 0 if none does.
[[nodiscard]] qsizetype lengthThatFits(const QString& script, const SpeechLimits& limits);

} // namespace parley::ui
