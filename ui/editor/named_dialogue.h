// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>
#include <QStringList>
#include <optional>

namespace parley::ui {

/// A transcript with names ("Anna: …") as a script.
struct NamedDialogue {
    QString script;
    QString first;      ///< the name that became [S1]
    QString second;     ///< the name that became [S2]
    QStringList others; ///< names that stay in the text as they were
};

/// Reads a text with at least two names in front of its lines; the first two become the speakers. Lines without a name
/// go on with the turn before them. Nothing for a text that has tags already, or begins with something else. Any
/// thread.
[[nodiscard]] std::optional<NamedDialogue> readNamedDialogue(const QString& text);

} // namespace parley::ui
