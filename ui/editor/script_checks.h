// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "editor/speech_budget.h"

#include <QList>
#include <QString>

namespace parley::ui {

/// One remark about a script, with its place in UTF-16 units.
struct ScriptCheck {
    enum class Kind {
        MissingFirstTag,
        TagCase,
        NotAlternating,
        UnlistedNonVerbal,
        OverBytes, ///< more than the model reads
        TooDense,  ///< more than the tokens give time for
        TooLong,   ///< longer than is good in one piece
        TooShort,
    };
    Kind kind = Kind::TagCase;
    qsizetype start = 0;
    qsizetype length = 0;
    QString message;
    QString fix; ///< what one click does about it; empty if nothing can

    /// The script can't be spoken, or not wholly, until this is put right.
    [[nodiscard]] bool isSerious() const noexcept { return kind == Kind::OverBytes || kind == Kind::TooDense; }
    bool operator==(const ScriptCheck&) const = default;
};

/// What a person should know about a script, the serious things first, then in the order of the text. Any thread.
[[nodiscard]] QList<ScriptCheck> checkScript(const QString& script, const SpeechLimits& limits);

} // namespace parley::ui
