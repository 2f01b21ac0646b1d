// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "catalogue/installed_model.h"

#include "catalogue/folder_lock.h"
#include "catalogue/json_file.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QSaveFile>

namespace parley::ui {

namespace {

constexpr qint64 kMostManifestBytes = qint64{4} << 20U;
const QString& manifestName() {
    static const QString kName = QStringLiteral(".parley-model.json");
    return kName;
}

std::optional<Error> writeObject(const QString& path, const QJsonObject& object) {
    QSaveFile file(path);
    if (!QDir().mkpath(QFileInfo(path).path()) || !file.open(QIODevice::WriteOnly) ||
        file.write(QJsonDocument(object).toJson()) < 0 || !file.commit()) {
        return Error{ErrorCode::FileUnwritable, verbatim(path.toStdString()), phrase("can't be written"),
                     phrase("choose another folder"), file.errorString().toStdString()};
    }
    return std::nullopt;
}

QString unfinishedPath(const QString& folder) {
    return partFolder(folder) + QStringLiteral("/source.json");
}

/// Removes one file; gives its size, which is 0 for a link: what it leads to stays.
qint64 removeFile(const QString& path) {
    const QFileInfo info(path);
    const qint64 bytes = info.isSymLink() ? 0 : info.size();
    return (info.exists() || info.isSymLink()) && QFile::remove(path) ? bytes : 0;
}

qint64 removePartFolder(const QString& folder) {
    const QString part = partFolder(folder);
    if (QFileInfo(part).isSymLink()) {
        QFile::remove(part);
        return 0;
    }
    const qint64 bytes = unfinishedBytes(folder);
    QDir(part).removeRecursively();
    return bytes;
}

QJsonObject toJson(const CopyRecord& copy) {
    return {{"original", copy.original},
            {"compared_with", copy.comparedWith},
            {"steps", copy.steps},
            {"rms_error", copy.rmsError},
            {"other_choices", copy.otherChoices}};
}

std::optional<CopyRecord> copyRecord(const QJsonObject& object) {
    const CopyRecord copy{
        object.value(QLatin1String("original")).toString(), object.value(QLatin1String("compared_with")).toString(),
        object.value(QLatin1String("steps")).toInt(), object.value(QLatin1String("rms_error")).toDouble(),
        object.value(QLatin1String("other_choices")).toDouble()};
    return copy.steps > 0 ? std::optional(copy) : std::nullopt;
}

} // namespace

QString partFolder(const QString& folder) {
    return folder + QStringLiteral("/.parley-part");
}

std::optional<InstalledModel> readInstalled(const QString& folder) {
    const QJsonObject object = readJsonObject(QDir(folder).filePath(manifestName()), kMostManifestBytes);
    const Result<CatalogueEntry> entry = entryFromJson(object.value(QLatin1String("entry")).toObject());
    if (!entry) {
        return std::nullopt;
    }
    return InstalledModel{QDir(folder).absolutePath(), entry.value(),
                          QDateTime::fromString(object.value(QLatin1String("since")).toString(), Qt::ISODate),
                          copyRecord(object.value(QLatin1String("copy")).toObject())};
}

std::optional<Error> writeInstalled(const InstalledModel& model) {
    QJsonObject object{{"entry", toJson(model.entry)}, {"since", model.since.toUTC().toString(Qt::ISODate)}};
    if (model.copy) {
        object.insert("copy", toJson(*model.copy));
    }
    return writeObject(QDir(model.folder).filePath(manifestName()), object);
}

std::optional<CatalogueEntry> readUnfinished(const QString& folder) {
    const Result<CatalogueEntry> entry = entryFromJson(readJsonObject(unfinishedPath(folder), kMostManifestBytes));
    return entry ? std::optional(entry.value()) : std::nullopt;
}

std::optional<Error> writeUnfinished(const QString& folder, const CatalogueEntry& entry) {
    return writeObject(unfinishedPath(folder), toJson(entry));
}

qint64 unfinishedBytes(const QString& folder) {
    qint64 bytes = 0;
    QDirIterator files(partFolder(folder), QDir::Files | QDir::NoSymLinks | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        files.next();
        bytes += files.fileInfo().size();
    }
    return bytes;
}

QStringList ownFolders(const QString& modelsFolder) {
    QStringList folders;
    const QDir models(modelsFolder);
    for (const QString& name : models.entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name)) {
        const QString folder = models.absoluteFilePath(name);
        if (readInstalled(folder) || readUnfinished(folder)) {
            folders.append(folder);
        }
    }
    return folders;
}

Result<qint64> removeInstalled(const QString& folder) {
    const std::optional<InstalledModel> model = readInstalled(folder);
    const Phrase subject = verbatim(folder.toStdString());
    if (!model && !readUnfinished(folder)) {
        return Error{ErrorCode::OptionInvalid, subject, phrase("holds no model that Parley brought"),
                     phrase("remove it with the program that put it there")};
    }
    FolderLock lock(folder);
    if (lock.isForeign()) {
        return Error{ErrorCode::FileUnwritable, subject, phrase("is being filled by another Parley"),
                     phrase("end that download first")};
    }
    qint64 bytes = removePartFolder(folder);
    for (const CatalogueFile& file : model ? model->entry.files : QList<CatalogueFile>()) {
        const QString path = QDir(folder).filePath(file.path);
        bytes += removeFile(path);
        if (QFileInfo::exists(path)) {
            return Error{ErrorCode::FileUnwritable, verbatim(path.toStdString()), phrase("can't be removed"), {}};
        }
        QDir(folder).rmpath(QFileInfo(file.path).path());
    }
    QFile::remove(QDir(folder).filePath(manifestName()));
    lock.remove();
    QDir().rmdir(folder);
    return bytes;
}

} // namespace parley::ui
