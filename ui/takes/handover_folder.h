// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDateTime>
#include <QDir>
#include <QString>
#include <QStringList>

namespace parley::ui {

/// Files that were handed over are left alone this long: programs go on using them where they lie.
inline constexpr qint64 kHandoverDays = 2;

/// A new folder of this program's for files that other programs are given. Beside them it holds a note of the sound
/// files that they are made of. Empty, with `problem` set, if it can't be made. Any thread, like all here.
[[nodiscard]] QString makeHandoverFolder(const QDir& parent, const QStringList& sources, QString& problem);

/// Removes what nobody was given: an empty folder, but for its note.
void removeIfEmpty(const QString& folder);

/// Removes such folders of programs that have ended: empty ones, and those that nobody touched for kHandoverDays and
/// whose every sound is still kept where it came from. What doesn't belong there stays, and the folder with it.
void removeOldHandovers(const QDir& parent, const QDateTime& now);

} // namespace parley::ui
