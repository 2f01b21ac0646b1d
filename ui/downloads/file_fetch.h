// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "downloads/part_file.h"
#include "downloads/remote_file.h"

#include <functional>

namespace parley::ui {

/// One file to bring, and what is known of it.
struct FileWanted {
    QUrl url;
    QString target;      ///< absolute; the folder may have to be made
    QByteArray sha256;   ///< counts where the server tells none; empty: not known
    RemoteFile remote{}; ///< what askAbout() gave; asked for if it has no location
};

/// What became of it.
struct FileBrought {
    qint64 bytes = 0;
    QByteArray sha256;
    bool isAsExpected = true; ///< false: the server has another file than FileWanted::sha256 says
};

/// Told while a file comes: its bytes that are here, those of them that came over the network since the start, and the
/// phase with what is waited for.
using FileReport = std::function<void(const DownloadProgress& piece, qint64 arrived)>;

/// Brings one file under its name once it is whole and its hash is right. Goes on with what is there, tries again what
/// may pass, and asks for links anew. Errors: NetworkFailed, CheckpointCorrupt (what came is not what it should be),
/// FileUnwritable, DiskFull, Cancelled; what came is kept for the next time.
[[nodiscard]] QCoro::Task<Result<FileBrought>> fetchFile(FetchPtr context, FileWanted wanted, FileReport report);

} // namespace parley::ui
