// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "downloads/model_fetch.h"

#include "downloads/claim.h"
#include "downloads/fetch_plan.h"
#include "downloads/listing.h"

#include <QDir>
#include <QFileInfo>
#include <cstdio>

namespace parley::ui {

namespace {

/// Nothing can be begun from such a source.
std::optional<Error> objectionToSource(const FetchContext& context, const CatalogueEntry& entry) {
    if (entry.isMadeHere) {
        return Error{ErrorCode::OptionInvalid, verbatim(entry.name.toStdString()),
                     phrase("is a copy that was made on this machine"), phrase("make it again from its original")};
    }
    for (const CatalogueFile& file : entry.files) {
        std::optional<Error> error = file.url.isEmpty() ? std::nullopt : objectionTo(file.url, context.settings());
        if (error) { // a person gave this address, no server did
            error->code = ErrorCode::OptionInvalid;
            error->remedy = phrase("give one of the list, a repository as owner/name, or the https address of a file");
            return error;
        }
    }
    return std::nullopt;
}

std::optional<Error> objectionToFiles(const CatalogueEntry& entry) {
    for (const CatalogueFile& file : entry.files) {
        if (!isSafePath(file.path)) {
            return Error{ErrorCode::CheckpointCorrupt,
                         verbatim(entry.name.toStdString()),
                         phrase("has a file named “%1”, which leads out of its folder", file.path.toStdString()),
                         {}};
        }
    }
    return std::nullopt;
}

/// Puts a whole file in its place; one that has the name is replaced in one step.
std::optional<Error> moveFile(const QString& from, const QString& to) {
    const bool isMade = QDir().mkpath(QFileInfo(to).path());
    if (isMade && std::rename(QFile::encodeName(from).constData(), QFile::encodeName(to).constData()) == 0) {
        return std::nullopt;
    }
    return Error{ErrorCode::FileUnwritable,
                 verbatim(to.toStdString()),
                 phrase("can't be written"),
                 {},
                 qt_error_string().toStdString()};
}

/// Everything is whole: gives all files their places and says so beside them.
std::optional<Error> install(const InstalledModel& model) {
    const QString parts = partFolder(model.folder);
    for (const CatalogueFile& file : model.entry.files) {
        const QString part = parts + QLatin1Char('/') + file.path;
        if (QFileInfo::exists(part)) { // else it lies in its place already
            if (std::optional<Error> error = moveFile(part, model.folder + QLatin1Char('/') + file.path)) {
                return error;
            }
        }
    }
    if (std::optional<Error> error = writeInstalled(model)) {
        return error;
    }
    QDir(parts).removeRecursively();
    return std::nullopt;
}

/// Fetches each file that isn't there; its size and hash go into the model's list.
QCoro::Task<std::optional<Error>> fetchAll(FetchPtr context, QList<PlannedFile> plan,
                                           std::shared_ptr<ModelBrought> brought) {
    const auto sum = std::make_shared<ProgressSum>(context, plan);
    for (int i = 0; i < plan.size(); ++i) {
        const PlannedFile& planned = plan.at(i);
        CatalogueFile file = planned.file;
        if (!planned.isThere) {
            FileWanted wanted;
            wanted.url = fileUrl(context->settings(), brought->model.entry, file);
            wanted.target = partFolder(brought->model.folder) + QLatin1Char('/') + file.path;
            wanted.sha256 = file.sha256;
            wanted.remote = planned.remote;
            const FileReport report = sum->reportOf(sum, i);
            const Result<FileBrought> result = co_await fetchFile(context, wanted, report);
            if (!result) {
                co_return result.error();
            }
            file.bytes = result.value().bytes;
            file.sha256 = result.value().sha256;
            if (!result.value().isAsExpected) {
                brought->changed.append(file.path);
            }
        }
        sum->finishFile(i);
        brought->model.entry.files.append(file);
    }
    co_return std::nullopt;
}

/// Which files are to come, noted in the folder: from here on there is a download to go on with.
QCoro::Task<Result<CatalogueEntry>> begin(FetchPtr context, CatalogueEntry entry, QString folder) {
    if (entry.files.isEmpty()) {
        Fetched<CatalogueEntry> listed = co_await listRepository(context, entry);
        if (auto* const fault = std::get_if<TransferFault>(&listed)) {
            co_return fault->error;
        }
        entry = std::get<CatalogueEntry>(listed);
    }
    if (std::optional<Error> error = objectionToFiles(entry)) {
        co_return *error;
    }
    if (std::optional<Error> error = writeUnfinished(folder, entry)) {
        co_return *error;
    }
    co_return entry;
}

/// After a download that could not begin: removes what was made for it, unless an earlier one left something there.
void takeBack(const QString& folder, FolderLock& lock, bool isOurs) {
    if (QDir().rmdir(partFolder(folder))) {
        lock.remove();
        if (isOurs) {
            QDir().rmdir(folder);
        }
    }
}

} // namespace

QCoro::Task<Result<ModelBrought>> fetchModel(FetchPtr context, CatalogueEntry entry, QString folder) {
    if (std::optional<Error> error = objectionToOffline(*context)) {
        co_return *error;
    }
    if (std::optional<Error> error = objectionToSource(*context, entry)) {
        co_return *error;
    }
    const bool isOurs = !QFileInfo::exists(folder) || QFileInfo::exists(partFolder(folder));
    if (std::optional<Error> error = makeFolder(folder, partFolder(folder))) {
        co_return *error;
    }
    FolderLock lock(folder);
    if (std::optional<Error> error = objectionToLock(lock, folder)) {
        co_return *error;
    }
    const Result<CatalogueEntry> begun = co_await begin(context, entry, folder);
    if (!begun) {
        takeBack(folder, lock, isOurs);
        co_return begun.error();
    }
    entry = begun.value();
    const Result<QList<PlannedFile>> plan = co_await planFetch(context, entry, folder);
    if (!plan) {
        co_return plan.error();
    }
    if (std::optional<Error> error = objectionToRoom(*context, plan.value(), folder)) {
        co_return *error;
    }
    const auto brought = std::make_shared<ModelBrought>();
    brought->model = {folder, entry, QDateTime::currentDateTimeUtc()};
    brought->model.entry.files.clear();
    if (std::optional<Error> error = co_await fetchAll(context, plan.value(), brought)) {
        co_return *error;
    }
    if (std::optional<Error> error = install(brought->model)) {
        co_return *error;
    }
    co_return *brought;
}

} // namespace parley::ui
