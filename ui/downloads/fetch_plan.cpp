// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "downloads/fetch_plan.h"

#include <QCryptographicHash>
#include <QFile>
#include <QFileInfo>
#include <algorithm>
#include <numeric>

namespace parley::ui {

namespace {

constexpr qint64 kRoomForOthers = qint64{256} << 20U;
constexpr qint64 kPiece = qint64{8} << 20U;

qint64 bytesThere(const QString& folder, const CatalogueFile& file) {
    return QFileInfo(partFolder(folder) + QLatin1Char('/') + file.path + QStringLiteral(".part")).size();
}

QCoro::Task<Fetched<RemoteFile>> askPatiently(FetchPtr context, QUrl url) {
    for (int attempt = 1;; ++attempt) {
        Fetched<RemoteFile> asked = co_await askAbout(context, url);
        const auto* const fault = std::get_if<TransferFault>(&asked);
        if (!fault || !fault->mayPass || attempt >= context->rules().mostTries || context->isStopped()) {
            co_return asked;
        }
        const auto wait = std::max<std::chrono::milliseconds>(context->rules().waitBefore(attempt),
                                                              std::chrono::seconds(fault->waitSeconds));
        DownloadProgress progress;
        progress.phase = DownloadProgress::Phase::Waiting;
        progress.waitSeconds = static_cast<int>((wait.count() + 999) / 1000);
        progress.problem = fault->error;
        context->report(progress);
        co_await pauseFor(context, wait);
    }
}

} // namespace

QCoro::Task<bool> isRight(FetchPtr context, QString path, CatalogueFile wanted) {
    QFile file(path);
    if (wanted.sha256.isEmpty() || !QFileInfo(path).isFile() || !file.open(QIODevice::ReadOnly) ||
        (wanted.bytes >= 0 && file.size() != wanted.bytes)) {
        co_return false;
    }
    QCryptographicHash hash(QCryptographicHash::Sha256);
    DownloadProgress progress;
    progress.phase = DownloadProgress::Phase::Checking;
    progress.file = wanted.path;
    progress.total = file.size();
    while (!file.atEnd()) {
        const QByteArray piece = file.read(kPiece);
        if (piece.isEmpty() || context->isStopped()) {
            co_return false;
        }
        hash.addData(piece);
        progress.bytes += piece.size();
        context->report(progress);
        const std::chrono::milliseconds atOnce{0};
        co_await pauseFor(context, atOnce);
    }
    co_return hash.result().toHex() == wanted.sha256;
}

QCoro::Task<Result<QList<PlannedFile>>> planFetch(FetchPtr context, CatalogueEntry entry, QString folder) {
    QList<PlannedFile> plan;
    for (const CatalogueFile& file : entry.files) {
        PlannedFile planned;
        planned.file = file;
        DownloadProgress progress;
        progress.file = file.path;
        context->report(progress);
        const QString placed = folder + QLatin1Char('/') + file.path;
        const QString part = partFolder(folder) + QLatin1Char('/') + file.path;
        planned.isThere = co_await isRight(context, placed, file);
        if (!planned.isThere) {
            planned.isThere = co_await isRight(context, part, file);
        }
        if (!planned.isThere) {
            const QUrl url = fileUrl(context->settings(), entry, file);
            Fetched<RemoteFile> asked = co_await askPatiently(context, url);
            if (auto* const fault = std::get_if<TransferFault>(&asked)) {
                if (fault->isAbsent && file.isOptional) {
                    continue;
                }
                co_return fault->error;
            }
            planned.remote = std::get<RemoteFile>(asked);
        }
        plan.append(planned);
    }
    co_return plan;
}

std::optional<Error> objectionToRoom(const FetchContext& context, const QList<PlannedFile>& plan,
                                     const QString& folder) {
    qint64 missing = 0;
    for (const PlannedFile& planned : plan) {
        if (!planned.isThere) {
            missing += std::max<qint64>(planned.bytes() - bytesThere(folder, planned.file), 0);
        }
    }
    return objectionToRoom(context, missing, folder);
}

std::optional<Error> objectionToRoom(const FetchContext& context, qint64 missing, const QString& folder) {
    const qint64 free = context.rules().freeBytes(folder);
    if (free < 0 || missing == 0 || missing + kRoomForOthers <= free) {
        return std::nullopt;
    }
    const auto megabytes = [](qint64 bytes) { return (bytes + 999'999) / 1'000'000; };
    return Error{ErrorCode::DiskFull, verbatim(folder.toStdString()),
                 phrase("%1 MB are still to come, and there is room for %2 MB", megabytes(missing),
                        megabytes(std::max<qint64>(free - kRoomForOthers, 0))),
                 phrase("make room, then resume the download, or choose another folder")};
}

ProgressSum::ProgressSum(const FetchPtr& context, const QList<PlannedFile>& plan) : m_context(context) {
    for (const PlannedFile& planned : plan) {
        m_names.append(planned.file.path);
        m_sizes.append(planned.bytes());
        m_here.append(planned.isThere ? planned.bytes() : 0);
    }
}

FileReport ProgressSum::reportOf(const std::shared_ptr<ProgressSum>& self, int index) {
    return [self, index](const DownloadProgress& piece, qint64 arrived) { self->tell(index, piece, arrived); };
}

void ProgressSum::finishFile(int index) {
    m_here[index] = m_sizes.at(index);
}

void ProgressSum::tell(int index, DownloadProgress piece, qint64 arrived) {
    constexpr std::chrono::milliseconds kTellEvery{100};
    const auto now = SpeedMeter::Clock::now();
    m_arrived += arrived;
    m_here[index] = piece.fileBytes;
    if (piece.phase == DownloadProgress::Phase::Fetching) {
        piece.bytesPerSecond = m_speed.add(m_arrived, now);
    } else {
        m_speed.restart();
    }
    if (m_told && now - *m_told < kTellEvery && m_phase == piece.phase && m_index == index) {
        return;
    }
    m_told = now;
    m_phase = piece.phase;
    m_index = index;
    piece.file = m_names.at(index);
    piece.fileNumber = index + 1;
    piece.fileCount = static_cast<int>(m_names.size());
    piece.fileTotal = m_sizes.at(index);
    const bool isKnown = std::all_of(m_sizes.begin(), m_sizes.end(), [](qint64 size) { return size >= 0; });
    piece.bytes = std::accumulate(m_here.begin(), m_here.end(), qint64{0});
    piece.total = isKnown ? std::accumulate(m_sizes.begin(), m_sizes.end(), qint64{0}) : -1;
    if (piece.bytesPerSecond > 0) {
        const auto left = [&](qint64 done, qint64 all) {
            return all < 0 ? -1.0 : static_cast<double>(all - done) / piece.bytesPerSecond;
        };
        piece.fileSecondsLeft = left(piece.fileBytes, piece.fileTotal);
        piece.secondsLeft = left(piece.bytes, piece.total);
    }
    if (const auto context = m_context.lock()) {
        context->report(piece);
    }
}

} // namespace parley::ui
