// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "parley/error.h"
#include "store/export_format.h"
#include "store/sound_track.h"
#include "store/take.h"

#include <QFuture>
#include <QList>
#include <QString>
#include <optional>

namespace parley::ui {

/// What became of one take.
struct ExportResult {
    QString path;               ///< of the file that was written, or was to be
    std::optional<Error> error; ///< none: the file is there, whole
    bool recipeKept = true;     ///< false: the format has no room for this recipe; the file holds sound and title

    [[nodiscard]] bool ok() const noexcept { return !error.has_value(); }
};

struct ExportItem {
    SoundTrackPtr sound; ///< may be null or still be read: the take's own file is used then
    Take take;
};

/// Writes the take at its own speed, with its title and recipe inside, on a worker thread. A file of this name is
/// replaced; where the name lacks the format's suffix it is added, and then nothing is replaced.
/// Errors: as writeAudio(), AudioUnreadable (no sound), OutOfMemory.
[[nodiscard]] QFuture<ExportResult> exportTake(SoundTrackPtr sound, Take take, QString path, ExportFormat format);

/// Writes each take into the folder under a name that is free, never over another file. The future has one result,
/// tells progress (takes done), and can be cancelled between two takes; it has no result then.
[[nodiscard]] QFuture<QList<ExportResult>> exportTakes(QList<ExportItem> items, QString folder, ExportFormat format);

/// A file name that every file system takes, without suffix: the take's name, else the script's first words, with the
/// seed behind it.
[[nodiscard]] QString exportName(const Take& take);

/// A path in the folder that no file has: "name.suffix", else "name 2.suffix" and so on.
[[nodiscard]] QString freeExportPath(const QString& folder, const QString& name, ExportFormat format);

/// The recipe inside a sound file; nothing if it has none, or isn't a sound file. Reads no samples.
[[nodiscard]] std::optional<Recipe> recipeInFile(const QString& path);

} // namespace parley::ui
