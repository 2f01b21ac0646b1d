// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "downloads/pack_fetch.h"

#include "downloads/claim.h"
#include "downloads/pack_place.h"
#include "downloads/pack_plan.h"
#include "downloads/unpacker.h"

#include <QDir>

namespace parley::ui {

namespace {

constexpr qint64 kPiece = qint64{8} << 20U;

QCoro::Task<bool> isWhole(FetchPtr context, PackHere pack) {
    for (const CatalogueFile& file : pack.files) {
        const QString path = QDir(pack.folder).filePath(file.path);
        const bool isSame = co_await isRight(context, path, file);
        if (!isSame) {
            co_return false;
        }
    }
    co_return true;
}

QCoro::Task<std::optional<Error>> unpack(FetchPtr context, PlannedWheel planned, QString parts, FileReport report) {
    Unpacker unpacker(planned.path, planned.missing, parts);
    DownloadProgress progress;
    progress.phase = DownloadProgress::Phase::Unpacking;
    progress.fileBytes = planned.wheel.bytes;
    while (true) {
        report(progress, 0);
        if (context->isStopped()) {
            co_return stopFault().error;
        }
        const Result<bool> more = unpacker.step(kPiece);
        if (!more) {
            co_return more.error();
        }
        if (!more.value()) {
            co_return std::nullopt;
        }
        const std::chrono::milliseconds atOnce{0};
        co_await pauseFor(context, atOnce);
    }
}

QCoro::Task<std::optional<Error>> bringWheel(FetchPtr context, PlannedWheel planned, QString parts, FileReport report) {
    CatalogueFile known;
    known.path = planned.wheel.package;
    known.bytes = planned.wheel.bytes;
    known.sha256 = planned.wheel.sha256;
    const bool isThere = co_await isRight(context, planned.path, known);
    if (!isThere) {
        FileWanted wanted;
        wanted.url = planned.wheel.url;
        wanted.target = planned.path;
        wanted.sha256 = known.sha256;
        const Result<FileBrought> brought = co_await fetchFile(context, wanted, report);
        if (!brought) {
            co_return brought.error();
        }
        // A server that is the hub, too, has a say in what a model's file is, but not here.
        if (!brought.value().isAsExpected) {
            QFile::remove(planned.path);
            co_return Error{ErrorCode::CheckpointCorrupt, verbatim(planned.wheel.url.toString().toStdString()),
                            phrase("is not what was published: its hash is another one"), phrase("download again")};
        }
    }
    std::optional<Error> error = co_await unpack(context, planned, parts, report);
    if (!error || error->code == ErrorCode::CheckpointCorrupt) {
        QFile::remove(planned.path);
    }
    co_return error;
}

QCoro::Task<std::optional<Error>> bringWheels(FetchPtr context, QList<PlannedWheel> plan, QString parts) {
    const QList<PlannedFile> files = asFiles(plan);
    const auto sum = std::make_shared<ProgressSum>(context, files);
    for (int i = 0; i < plan.size(); ++i) {
        const PlannedWheel& planned = plan.at(i);
        if (!planned.missing.isEmpty()) {
            const FileReport report = sum->reportOf(sum, i);
            if (std::optional<Error> error = co_await bringWheel(context, planned, parts, report)) {
                co_return error;
            }
        }
        sum->finishFile(i);
    }
    co_return std::nullopt;
}

/// Everything that is not there yet; `parts` is locked.
QCoro::Task<std::optional<Error>> fill(FetchPtr context, GpuPack pack, QString folder) {
    const QString parts = packPartFolder(folder);
    const QList<PlannedWheel> plan = co_await planWheels(context, pack, parts);
    if (context->isStopped()) {
        co_return stopFault().error;
    }
    std::optional<Error> error = objectionToRoom(*context, roomNeeded(plan), folder);
    if (!error) {
        error = co_await bringWheels(context, plan, parts);
    }
    co_return error ? error : writeEmptyLibraries(pack, parts);
}

std::optional<Error> prepare(const FetchContext& context, const QString& folder) {
    std::optional<Error> error = objectionToOffline(context);
    if (!error) {
        error = objectionToPlace(folder);
    }
    return error ? error : makeFolder(folder, packPartFolder(folder));
}

} // namespace

QCoro::Task<Result<PackHere>> fetchPack(FetchPtr context, GpuPack pack, QString folder) {
    if (std::optional<Error> error = prepare(*context, folder)) {
        co_return *error;
    }
    const FolderLock lock(packPartFolder(folder));
    if (std::optional<Error> error = objectionToLock(lock, folder)) {
        co_return *error;
    }
    const PackHere wanted = contentsOf(pack, folder);
    const std::optional<PackHere> before = readPack(folder);
    if (before) {
        const bool isThere = co_await isWhole(context, wanted);
        if (isThere) {
            QDir(packPartFolder(folder)).removeRecursively();
            co_return wanted;
        }
        if (context->isStopped()) {
            co_return stopFault().error;
        }
        if (std::optional<Error> error = reopen(*before)) {
            co_return *error;
        }
    }
    if (std::optional<Error> error = co_await fill(context, pack, folder)) {
        co_return *error;
    }
    if (std::optional<Error> error = install(wanted)) {
        co_return *error;
    }
    co_return wanted;
}

} // namespace parley::ui
