// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/take_database.h"

#include <QByteArray>
#include <QList>
#include <QString>
#include <optional>

namespace parley::ui {

// What takes are called on the disk and what their files say about them. Any thread.

[[nodiscard]] QString takeSoundPath(const QString& folder, const QString& file); ///< of the finished sound
[[nodiscard]] QString takePartPath(const QString& folder, const QString& file);  ///< of a sound that still grows

/// True for a plain name, which can't lead out of the folder of takes.
[[nodiscard]] bool isTakeFileName(const QString& file);

// Values from outside, made sensible.
[[nodiscard]] TakeState takeStateFrom(int value);
[[nodiscard]] double takeSpeed(double value);
[[nodiscard]] double soundSeconds(double value);

/// An id that no other take has, later ones being larger: milliseconds, then random bits.
[[nodiscard]] TakeId newTakeId(const QDateTime& made);

/// The recipe as UTF-8 JSON, with a member "take" of everything else that the row holds.
[[nodiscard]] QByteArray takeNotes(const TakeRow& row);
/// `file` as in TakeRow. A recipe without "take" becomes a whole take that was made at `made`.
[[nodiscard]] std::optional<TakeRow> rowFromNotes(const QByteArray& notes, const QString& file, const QDateTime& made);

/// The takes that a folder's sound files and part files tell of, each id once. Reads no samples.
[[nodiscard]] QList<TakeRow> takesInFiles(const QString& folder);

} // namespace parley::ui
