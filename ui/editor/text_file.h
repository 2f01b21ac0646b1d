// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QString>

namespace parley::ui {

/// More is no script, and would make the window sluggish.
inline constexpr qsizetype kMostCharacters = 100'000;

/// What became of reading a text.
struct TextFile {
    QString path;
    QString text;
    QString problem;      ///< a sentence; the text is empty then
    bool guessed = false; ///< it was not Unicode and was read as Western European (Windows-1252)

    [[nodiscard]] bool ok() const noexcept { return problem.isEmpty(); }
};

/// UTF-8 with or without a byte order mark, UTF-16 and UTF-32 with one, else Windows-1252; without the end of the last
/// line. What looks like no text is refused. Any thread.
[[nodiscard]] TextFile decodeText(const QByteArray& bytes);

/// Reads a file as decodeText() does. Devices, pipes and folders are refused unopened. Blocks; any thread.
[[nodiscard]] TextFile readTextFile(const QString& path);

/// Writes UTF-8 and the end of the last line; the file is whole or as before. What went wrong as a sentence, or
/// nothing. Blocks; any thread.
[[nodiscard]] QString writeTextFile(const QString& path, const QString& text);

} // namespace parley::ui
