// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "catalogue/library_file.h"

#include "catalogue/file_check.h"
#include "catalogue/json_file.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLockFile>
#include <QSaveFile>
#include <QStandardPaths>

namespace parley::ui {

namespace {

constexpr qint64 kMostBytes = qint64{8} << 20U;
constexpr int kLockPatienceMs = 5000;

QString libraryPath(const QString& modelsFolder) {
    return QDir(modelsFolder).absoluteFilePath(QStringLiteral(".parley-library.json"));
}

ModelRecord recordFrom(const QJsonObject& object) {
    ModelRecord record;
    record.note = object.value(QLatin1String("note")).toString();
    record.verified = QDateTime::fromString(object.value(QLatin1String("verified")).toString(), Qt::ISODate);
    record.wasWhole = object.value(QLatin1String("whole")).toBool();
    record.fingerprint = object.value(QLatin1String("fingerprint")).toString();
    return record;
}

QJsonObject toJson(const ModelRecord& record) {
    QJsonObject object{{"note", record.note}};
    if (record.verified.isValid()) {
        object.insert("verified", record.verified.toUTC().toString(Qt::ISODate));
        object.insert("whole", record.wasWhole);
        object.insert("fingerprint", record.fingerprint);
    }
    return object;
}

LibraryState stateFrom(const QJsonObject& object) {
    LibraryState state;
    state.defaultModel = object.value(QLatin1String("model")).toString();
    state.defaultCodec = object.value(QLatin1String("codec")).toString();
    for (const QJsonValue folder : object.value(QLatin1String("folders")).toArray()) {
        state.folders.append(folder.toString());
    }
    const QJsonObject records = object.value(QLatin1String("records")).toObject();
    for (auto each = records.begin(); each != records.end(); ++each) {
        state.records.insert(each.key(), recordFrom(each->toObject()));
    }
    return state;
}

/// Members of a newer program's stay.
QJsonObject merged(QJsonObject object, const LibraryState& state) {
    QJsonObject records;
    for (auto each = state.records.begin(); each != state.records.end(); ++each) {
        records.insert(each.key(), toJson(each.value()));
    }
    object.insert("model", state.defaultModel);
    object.insert("codec", state.defaultCodec);
    object.insert("folders", QJsonArray::fromStringList(state.folders));
    object.insert("records", records);
    return object;
}

} // namespace

LibraryState readLibrary(const QString& modelsFolder) {
    return stateFrom(readJsonObject(libraryPath(modelsFolder), kMostBytes));
}

std::optional<Error> changeLibrary(const QString& modelsFolder, const std::function<void(LibraryState&)>& change) {
    const QString path = libraryPath(modelsFolder);
    const auto failure = [&](const QString& why) {
        return Error{ErrorCode::FileUnwritable, verbatim(path.toStdString()), phrase("can't be written"),
                     phrase("choose another folder"), why.toStdString()};
    };
    if (!QDir().mkpath(modelsFolder)) {
        return failure({});
    }
    QLockFile lock(path + QStringLiteral(".lock"));
    if (!lock.tryLock(kLockPatienceMs)) {
        return failure({});
    }
    const QJsonObject before = readJsonObject(path, kMostBytes);
    LibraryState state = stateFrom(before);
    change(state);
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(QJsonDocument(merged(before, state)).toJson()) < 0 ||
        !file.commit()) {
        return failure(file.errorString());
    }
    return std::nullopt;
}

void noteVerified(LibraryState& state, const QString& path, bool isWhole) {
    ModelRecord& record = state.records[path];
    record.verified = QDateTime::currentDateTimeUtc();
    record.wasWhole = isWhole;
    record.fingerprint = fingerprintOf(path);
}

void addFolder(LibraryState& state, const QString& folder) {
    if (!state.folders.contains(folder)) {
        state.folders.append(folder);
    }
}

QString fingerprintOf(const QString& path) {
    QStringList parts;
    for (const FileExpected& file : expectedFiles(path)) {
        const QFileInfo info(file.path);
        parts.append(info.fileName() + QLatin1Char(':') + QString::number(info.size()) + QLatin1Char(':') +
                     QString::number(info.lastModified().toMSecsSinceEpoch()));
    }
    return parts.join(QLatin1Char('|'));
}

ModelRecord recordOf(const LibraryState& state, const QString& path) {
    ModelRecord record = state.records.value(path);
    if (record.verified.isValid() && record.fingerprint != fingerprintOf(path)) {
        record.verified = {};
        record.wasWhole = false;
    }
    return record;
}

QString modelsFolder(const QString& dataFolder, const QString& chosen, const QProcessEnvironment& environment) {
    const QString given = environment.value(QStringLiteral("PARLEY_MODELS_DIR"));
    for (const QString& folder : {given, chosen}) {
        if (!folder.isEmpty()) {
            return QDir(folder).absolutePath();
        }
    }
    return dataFolder + QStringLiteral("/models");
}

QString modelsFolder(const QString& dataFolder, const QProcessEnvironment& environment) {
    const QString data = dataFolder.isEmpty()
                             ? QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + "/parley"
                             : dataFolder;
    const QJsonObject preferences = readJsonObject(data + QStringLiteral("/settings.json"), kMostBytes)
                                        .value(QLatin1String("preferences"))
                                        .toObject();
    return modelsFolder(data, preferences.value(QLatin1String("modelsFolder")).toString(), environment);
}

ModelPlaces allModelPlaces(const QString& modelsFolder, const QProcessEnvironment& environment, const QString& home) {
    ModelPlaces places = modelPlaces(modelsFolder, environment, home);
    const LibraryState state = readLibrary(modelsFolder);
    for (const QString& folder : state.folders) {
        if (!places.folders.contains(folder)) {
            places.folders.append(folder);
        }
    }
    return places;
}

} // namespace parley::ui
