// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "downloads/file_fetch.h"
#include "downloads/model_fetch.h"

#include <QList>

namespace parley::ui {

/// One file of a download: what is to come, and what is there.
struct PlannedFile {
    CatalogueFile file;
    RemoteFile remote;
    bool isThere = false; ///< whole and right, in its place or among the parts

    [[nodiscard]] qint64 bytes() const { return remote.bytes >= 0 ? remote.bytes : file.bytes; }
};

/// Asks about every file that isn't there, with as many tries as fetchFile() makes. Optional files that the server
/// doesn't have are left out.
[[nodiscard]] QCoro::Task<Result<QList<PlannedFile>>> planFetch(FetchPtr context, CatalogueEntry entry, QString folder);

/// Why there is too little room for what is still to come; nothing if there is enough.
[[nodiscard]] std::optional<Error> objectionToRoom(const FetchContext& context, const QList<PlannedFile>& plan,
                                                   const QString& folder);

/// The same for so many bytes.
[[nodiscard]] std::optional<Error> objectionToRoom(const FetchContext& context, qint64 missing, const QString& folder);

/// True if the file at `path` is what is wanted, by size and hash. Reads it in pieces, so that a stop is heard.
[[nodiscard]] QCoro::Task<bool> isRight(FetchPtr context, QString path, CatalogueFile wanted);

/// Adds up what comes, over all files, for who shows it.
class ProgressSum {
public:
    ProgressSum(const FetchPtr& context, const QList<PlannedFile>& plan);
    /// The reports of the index-th file.
    [[nodiscard]] FileReport reportOf(const std::shared_ptr<ProgressSum>& self, int index);
    void finishFile(int index);

private:
    void tell(int index, DownloadProgress piece, qint64 arrived);

    std::weak_ptr<FetchContext> m_context;
    QStringList m_names;
    QList<qint64> m_sizes;
    QList<qint64> m_here;
    qint64 m_arrived = 0;
    SpeedMeter m_speed;
    std::optional<SpeedMeter::Clock::time_point> m_told;
    DownloadProgress::Phase m_phase = DownloadProgress::Phase::Asking;
    int m_index = -1; ///< the file that was told of last
};

} // namespace parley::ui
