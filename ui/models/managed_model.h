// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "catalogue/installed_model.h"
#include "catalogue/library_file.h"
#include "downloads/download_progress.h"

#include <QString>
#include <optional>

namespace parley::ui {

/// A model or codec on this machine, as the manager shows it.
struct ManagedModel {
    QString name;
    QString path;
    QString codecPath; ///< of a model
    bool isCodec = false;
    bool isOwn = false;      ///< Parley brought it, so Parley may remove it
    bool isMadeHere = false; ///< a smaller copy: there is nowhere to download it from
    bool isInUse = false;    ///< the preferences name it
    QString addedFolder;     ///< it lies in a folder that a person added; empty: it doesn't
    quint64 bytes = 0;
    QString generation;
    QString layout;
    QString dtype;
    QString problem; ///< why it can't be used, as sentences; empty: it can
    ModelRecord record;
    std::optional<CopyRecord> copy{}; ///< of a smaller copy
};

/// A smaller copy that is being made.
struct ManagedCopy {
    QString name;
    qint64 done = 0; ///< bytes of the original that were copied
    qint64 total = 0;
    bool isStopping = false;
};

/// A download that runs, or that can be gone on with.
struct ManagedDownload {
    QString folder;
    QString name;
    bool isRunning = false;
    qint64 bytesHere = 0;      ///< while it doesn't run
    DownloadProgress progress; ///< while it runs
    QString problem;           ///< why it ended, as sentences; empty: it was paused
};

/// "1.2 GB of 6.4 GB · 35 MB/s · 3 min left", or what else happens, in the user's language.
[[nodiscard]] QString downloadText(const ManagedDownload& download);
/// What is told of the file in work: "2 of 5: model.safetensors · 1 min left"; empty if nothing.
[[nodiscard]] QString downloadFileText(const ManagedDownload& download);
/// "Copying: 1.2 GB of 6.4 GB", or what else happens.
[[nodiscard]] QString copyingText(const ManagedCopy& copy);
/// How far a copy is from its original, as a sentence.
[[nodiscard]] QString differenceText(const CopyRecord& copy);
/// "6.4 GB".
[[nodiscard]] QString sizeText(qint64 bytes);

} // namespace parley::ui
