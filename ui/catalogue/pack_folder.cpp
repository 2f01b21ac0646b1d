// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "catalogue/pack_folder.h"

#include "catalogue/folder_lock.h"
#include "catalogue/json_file.h"

#include <QCryptographicHash>
#include <QDir>
#include <QDirIterator>
#include <QFileInfo>
#include <QJsonArray>
#include <QSaveFile>
#include <algorithm>
#include <numeric>

namespace parley::ui {

namespace {

constexpr qint64 kMostManifestBytes = qint64{1} << 20U;
const QString& manifestName() {
    static const QString kName = QStringLiteral(".parley-gpu-pack.json");
    return kName;
}
const QString& partEnding() {
    static const QString kEnding = QStringLiteral(".part");
    return kEnding;
}

std::optional<PackHere> packFrom(const QJsonObject& object, const QString& folder) {
    PackHere pack{QDir(folder).absolutePath(),
                  object.value(QLatin1String("name")).toString(),
                  object.value(QLatin1String("torch")).toString(),
                  {}};
    for (const QJsonValue each : object.value(QLatin1String("files")).toArray()) {
        CatalogueFile file;
        file.path = each[QLatin1String("name")].toString();
        file.bytes = each[QLatin1String("bytes")].toInteger(-1);
        file.sha256 = each[QLatin1String("sha256")].toString().toLatin1();
        if (!isSafePath(file.path) || file.path.contains(QLatin1Char('/')) || file.bytes < 0 ||
            !isHexadecimal(QString::fromLatin1(file.sha256), 64)) {
            return std::nullopt;
        }
        pack.files.append(file);
    }
    return pack.name.isEmpty() || pack.files.isEmpty() ? std::nullopt : std::optional(pack);
}

/// Removes one file; gives its size, which is 0 for a link: what it leads to stays.
Result<qint64> removeFile(const QString& path) {
    const QFileInfo info(path);
    if (!info.exists() && !info.isSymLink()) {
        return qint64{0};
    }
    const qint64 bytes = info.isSymLink() ? 0 : info.size();
    if (!QFile::remove(path)) {
        return Error{ErrorCode::FileUnwritable, verbatim(path.toStdString()), phrase("can't be removed"), {}};
    }
    return bytes;
}

Error inUse(const QString& folder) {
    return {ErrorCode::FileUnwritable, verbatim(folder.toStdString()), phrase("is being filled by another Parley"),
            phrase("end that download first")};
}

/// Removes the folder of parts, which nobody but Parley puts anything into.
Result<qint64> removeParts(const QString& folder) {
    const QString part = packPartFolder(folder);
    const FolderLock lock(part);
    if (lock.isForeign()) {
        return inUse(folder);
    }
    const qint64 bytes = packPartBytes(folder);
    if (!QDir(part).removeRecursively()) {
        return Error{ErrorCode::FileUnwritable, verbatim(part.toStdString()), phrase("can't be removed"), {}};
    }
    return bytes;
}

} // namespace

Result<GpuPack> ownGpuPack(const QProcessEnvironment& environment) {
    const QString named = environment.value(QStringLiteral("PARLEY_GPU_PACK_LIST"));
    Result<GpuPack> pack = gpuPackList(named);
    if (pack || named.isEmpty()) {
        return pack;
    }
    Error error = pack.error();
    error.remedy = phrase("look at PARLEY_GPU_PACK_LIST");
    return error;
}

QString gpuPacksFolder(const QProcessEnvironment& environment, const QString& home) {
    const QString data = environment.value(QStringLiteral("XDG_DATA_HOME"));
    return (data.startsWith(QLatin1Char('/')) ? data : home + QStringLiteral("/.local/share")) +
           QStringLiteral("/parley/gpu-packs");
}

PackHere contentsOf(const GpuPack& pack, const QString& folder) {
    PackHere here{QDir(folder).absolutePath(), pack.name, pack.torch, {}};
    for (const PackWheel& wheel : pack.wheels) {
        for (const PackMember& member : wheel.members) {
            CatalogueFile file;
            file.path = member.name;
            file.bytes = member.bytes;
            file.sha256 = member.sha256;
            here.files.append(file);
        }
    }
    const QByteArray empty = emptyLibrary();
    for (const PackAbsence& absence : pack.leftOut) {
        CatalogueFile file;
        file.path = absence.library;
        file.bytes = empty.size();
        file.sha256 = QCryptographicHash::hash(empty, QCryptographicHash::Sha256).toHex();
        here.files.append(file);
    }
    return here;
}

std::optional<PackHere> readPack(const QString& folder) {
    return packFrom(readJsonObject(QDir(folder).filePath(manifestName()), kMostManifestBytes), folder);
}

std::optional<Error> writePack(const PackHere& pack, const QString& in) {
    QJsonArray files;
    for (const CatalogueFile& file : pack.files) {
        files.append(
            QJsonObject{{"name", file.path}, {"bytes", file.bytes}, {"sha256", QString::fromLatin1(file.sha256)}});
    }
    const QJsonObject object{{"name", pack.name}, {"torch", pack.torch}, {"files", files}};
    QSaveFile file(QDir(in).filePath(manifestName()));
    if (!file.open(QIODevice::WriteOnly) || file.write(QJsonDocument(object).toJson()) < 0 || !file.commit()) {
        return Error{ErrorCode::FileUnwritable, verbatim(file.fileName().toStdString()), phrase("can't be written"),
                     phrase("choose another folder"), file.errorString().toStdString()};
    }
    return std::nullopt;
}

QList<FileExpected> expectedFiles(const PackHere& pack) {
    return expectedFiles(pack.files, pack.folder);
}

qint64 bytesOf(const PackHere& pack) {
    return std::accumulate(pack.files.begin(), pack.files.end(), qint64{0},
                           [](qint64 sum, const CatalogueFile& file) { return sum + file.bytes; });
}

QString packPartFolder(const QString& folder) {
    return folder + partEnding();
}

bool isPackUnfinished(const QString& folder) {
    const QFileInfo part(packPartFolder(folder));
    return part.isDir() && !part.isSymLink();
}

qint64 packPartBytes(const QString& folder) {
    qint64 bytes = 0;
    QDirIterator files(packPartFolder(folder), QDir::Files | QDir::NoSymLinks | QDir::Hidden,
                       QDirIterator::Subdirectories);
    while (files.hasNext()) {
        files.next();
        bytes += files.fileInfo().size();
    }
    return bytes;
}

QStringList packFolders(const QString& packsFolder) {
    const QDir packs(packsFolder);
    QStringList folders;
    for (QString name : packs.entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name)) {
        const bool isPart = name.endsWith(partEnding());
        if (isPart) {
            name.chop(partEnding().size());
        }
        const QString folder = packs.absoluteFilePath(name);
        if ((isPart ? isPackUnfinished(folder) : readPack(folder).has_value()) && !folders.contains(folder)) {
            folders.append(folder);
        }
    }
    return folders;
}

Result<qint64> removePack(const QString& folder) {
    const std::optional<PackHere> pack = readPack(folder);
    if (!pack && !isPackUnfinished(folder)) {
        return Error{ErrorCode::OptionInvalid, verbatim(folder.toStdString()),
                     phrase("holds no GPU pack that Parley brought"), phrase("remove it the way it came there")};
    }
    qint64 bytes = 0;
    if (isPackUnfinished(folder)) {
        const Result<qint64> removed = removeParts(folder);
        if (!removed) {
            return removed.error();
        }
        bytes += removed.value();
    }
    for (const CatalogueFile& file : pack ? pack->files : QList<CatalogueFile>()) {
        const Result<qint64> removed = removeFile(QDir(folder).filePath(file.path));
        if (!removed) {
            return removed.error();
        }
        bytes += removed.value();
    }
    // Last, so that what couldn't be removed is still known as ours; without it a folder of others' things is left.
    QFile::remove(QDir(folder).filePath(QStringLiteral(".parley.lock")));
    QFile::remove(QDir(folder).filePath(manifestName()));
    QDir().rmdir(folder);
    return bytes;
}

} // namespace parley::ui
