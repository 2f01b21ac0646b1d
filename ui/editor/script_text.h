// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "parley/script.h"

#include <QList>
#include <QString>

namespace parley::ui {

/// UTF-16 units of a speaker's tag: [S1] and [S2] have four.
inline constexpr qsizetype kTagLength = 4;

/// A speaker's tag in a text. With the case wrong ([s1]) the model reads it as plain characters.
struct TagSpan {
    qsizetype start = 0; ///< its first UTF-16 unit
    int speaker = 1;     ///< 1 or 2
    bool exactCase = true;

    [[nodiscard]] qsizetype end() const noexcept { return start + kTagLength; }
};

/// Every tag of the text, in order.
[[nodiscard]] QList<TagSpan> tagSpans(QStringView text);

/// "[S1]" or "[S2]".
[[nodiscard]] QString tagText(int speaker);

/// Who speaks next; after nobody (0) comes speaker 1.
[[nodiscard]] constexpr int nextSpeaker(int speaker) noexcept {
    return speaker == 1 ? 2 : 1;
}

/// A remark of lintScript() with its place in UTF-16 units.
struct LintSpan {
    ScriptWarning::Kind kind;
    qsizetype start;
    qsizetype length;
};
[[nodiscard]] QList<LintSpan> lintSpans(const QString& script);

/// What the model is given: the script, with the other speaker's tag behind its last turn if `closingTag`.
[[nodiscard]] QString scriptForModel(const QString& script, bool closingTag);

/// A text as the editor holds it: line ends as \n, no control characters but the tab (the model reads 0, 1 and 2 as
/// padding and tags), no-break spaces as spaces.
[[nodiscard]] QString cleanedText(QString text);

} // namespace parley::ui
