// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "store/take_entry.h"

#include "store/take_files.h"

#include <QRegularExpression>

namespace parley::ui {

namespace {

constexpr qsizetype kTitleLetters = 60;

} // namespace

Take shownTake(const TakeEntry& entry, const QString& folder) {
    Take take = entry.row.take;
    take.soundFile = entry.hasFile ? takeSoundPath(folder, entry.row.file) : QString();
    if (!entry.soundProblem.isEmpty()) {
        take.problem =
            take.problem.isEmpty() ? entry.soundProblem : take.problem + QLatin1Char(' ') + entry.soundProblem;
    }
    return take;
}

bool isAtRisk(const TakeEntry& entry) {
    const bool isKept = entry.saving || (entry.partIsWhole && !entry.isUnsaved);
    return entry.sound && entry.sound->size() > 0 && !isKept;
}

QString takeTitle(const Take& take) {
    if (!take.name.trimmed().isEmpty()) {
        return take.name.simplified().left(kTitleLetters);
    }
    static const QRegularExpression tags(QStringLiteral(R"(\[[^\]\[]{1,8}\]|\([^()]{1,24}\))"));
    QString words = QString(take.recipe.script.left(4 * kTitleLetters)).remove(tags).simplified();
    if (words.size() <= kTitleLetters) {
        return words;
    }
    const qsizetype end = words.lastIndexOf(QLatin1Char(' '), kTitleLetters);
    return words.left(end > 0 ? end : kTitleLetters);
}

} // namespace parley::ui
