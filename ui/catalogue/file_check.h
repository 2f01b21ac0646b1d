// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "catalogue/installed_model.h"

#include <QByteArray>
#include <QList>
#include <functional>
#include <stop_token>

namespace parley::ui {

/// A file and what it has to be; what isn't known is negative or empty.
struct FileExpected {
    QString path; ///< absolute
    qint64 bytes = -1;
    QByteArray sha256;
    QByteArray gitSha1; ///< of the file as git stores it
};

/// What the model or codec at this path, a folder or a file, has to consist of: as Parley noted it when it brought
/// them, as a hub cache names its files, or as the catalogue knows them by name and size.
[[nodiscard]] QList<FileExpected> expectedFiles(const QString& path);
/// These files below a folder.
[[nodiscard]] QList<FileExpected> expectedFiles(const QList<CatalogueFile>& files, const QString& folder);
/// The same of a model that Parley brought.
[[nodiscard]] QList<FileExpected> expectedFiles(const InstalledModel& model);

/// Whether sizes and beginnings are right, which takes milliseconds. One error for each file that is not.
/// Errors: ModelNotFound (absent), CheckpointCorrupt.
[[nodiscard]] QList<Error> checkQuickly(const QList<FileExpected>& files);

/// What reading everything brought.
struct FullCheck {
    int right = 0;   ///< files whose hash is what it has to be
    int unknown = 0; ///< files that there is no hash for
    QList<Error> faults;
    bool wasStopped = false;
};

/// Reads all files and compares their hashes. `onRead`: of how many bytes how many were read. On a worker.
[[nodiscard]] FullCheck checkFully(const QList<FileExpected>& files, const std::function<void(qint64, qint64)>& onRead,
                                   const std::stop_token& stop);

} // namespace parley::ui
