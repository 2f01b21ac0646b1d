// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "downloads/pack_place.h"

#include "downloads/write_error.h"

#include <QDir>
#include <QFileInfo>
#include <QSaveFile>
#include <cerrno>
#include <cstdio>

namespace parley::ui {

namespace {

std::optional<Error> moveFile(const QString& from, const QString& to) {
    const bool isMoved = std::rename(QFile::encodeName(from).constData(), QFile::encodeName(to).constData()) == 0;
    return isMoved ? std::nullopt : std::optional(systemError(to, errno));
}

} // namespace

std::optional<Error> objectionToPlace(const QString& folder) {
    if (!QFileInfo::exists(folder) || readPack(folder) || (QFileInfo(folder).isDir() && QDir(folder).isEmpty())) {
        return std::nullopt;
    }
    return Error{ErrorCode::OptionInvalid, verbatim(folder.toStdString()),
                 phrase("holds something that Parley did not bring"), phrase("move it, or choose another folder")};
}

std::optional<Error> reopen(const PackHere& pack) {
    const QDir parts(packPartFolder(pack.folder));
    for (const CatalogueFile& file : pack.files) {
        const QString from = QDir(pack.folder).filePath(file.path);
        if (QFileInfo::exists(from) && !parts.exists(file.path)) {
            if (std::optional<Error> error = moveFile(from, parts.filePath(file.path))) {
                return error;
            }
        }
    }
    return std::nullopt;
}

std::optional<Error> writeEmptyLibraries(const GpuPack& pack, const QString& folder) {
    const QByteArray bytes = emptyLibrary();
    for (const PackAbsence& absence : pack.leftOut) {
        QSaveFile file(QDir(folder).filePath(absence.library));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit()) {
            return fileError(file, file.fileName());
        }
    }
    return std::nullopt;
}

std::optional<Error> install(const PackHere& pack) {
    const QString parts = packPartFolder(pack.folder);
    QDir(parts + QStringLiteral("/wheels")).removeRecursively();
    if (!QFileInfo::exists(pack.folder)) {
        if (std::optional<Error> error = writePack(pack, parts)) {
            return error;
        }
        return moveFile(parts, pack.folder);
    }
    for (const CatalogueFile& file : pack.files) {
        if (std::optional<Error> error =
                moveFile(parts + QLatin1Char('/') + file.path, QDir(pack.folder).filePath(file.path))) {
            return error;
        }
    }
    std::optional<Error> error = writePack(pack, pack.folder);
    if (!error) {
        QDir(parts).removeRecursively();
    }
    return error;
}

} // namespace parley::ui
