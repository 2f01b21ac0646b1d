// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "takes/handover_folder.h"

#include <unistd.h>

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <algorithm>
#include <cerrno>
#include <csignal>
#include <optional>

namespace parley::ui {

namespace {

constexpr QLatin1String kPrefix("parley-takes-");
constexpr QLatin1String kNote(".parley-takes.json");
constexpr QLatin1String kProcess("process");
constexpr QLatin1String kSources("sources");
constexpr qint64 kMostNoteBytes = 1 << 20;

struct Note {
    qint64 process = 0;
    QStringList sources;
};

std::optional<Note> readNote(const QDir& folder) {
    QFile file(folder.filePath(kNote));
    if (!file.open(QIODevice::ReadOnly)) {
        return std::nullopt;
    }
    const QJsonObject object = QJsonDocument::fromJson(file.read(kMostNoteBytes)).object();
    Note note{object.value(kProcess).toInteger(), {}};
    for (const QJsonValue source : object.value(kSources).toArray()) {
        note.sources += source.toString();
    }
    return note;
}

bool isRunning(qint64 process) {
    return process > 0 && (kill(static_cast<pid_t>(process), 0) == 0 || errno == EPERM);
}

QFileInfoList handedOver(const QDir& folder) {
    QFileInfoList files = folder.entryInfoList(QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot);
    files.removeIf([](const QFileInfo& file) { return file.fileName() == kNote; });
    return files;
}

/// All are sounds that lie elsewhere, too, and nobody touched them lately.
bool mayGo(const QFileInfoList& files, const Note& note, const QDateTime& now) {
    const auto isKept = [](const QString& source) {
        return QFileInfo(source).isFile() && QFileInfo(source).size() > 0;
    };
    const auto isOld = [&now](const QFileInfo& file) {
        return file.isFile() && !file.isSymLink() && file.suffix() == QLatin1String("wav") &&
               std::max(file.lastModified(), file.lastRead()).daysTo(now) >= kHandoverDays;
    };
    // More files than sources: somebody put one there, or a note of something else.
    return files.size() <= note.sources.size() && std::all_of(note.sources.begin(), note.sources.end(), isKept) &&
           std::all_of(files.begin(), files.end(), isOld);
}

void removeOld(const QDir& folder, const QDateTime& now) {
    const std::optional<Note> note = readNote(folder);
    const QFileInfoList files = handedOver(folder);
    if (!note || isRunning(note->process) || !mayGo(files, *note, now)) {
        return; // without a note it may be half made
    }
    for (const QFileInfo& file : files) {
        QFile::remove(file.filePath());
    }
    removeIfEmpty(folder.path());
}

} // namespace

QString makeHandoverFolder(const QDir& parent, const QStringList& sources, QString& problem) {
    QTemporaryDir folder(parent.filePath(kPrefix + QStringLiteral("XXXXXX")));
    if (!folder.isValid()) {
        problem = folder.errorString();
        return {};
    }
    QFile file(folder.filePath(kNote));
    const QJsonObject note{{kProcess, QCoreApplication::applicationPid()},
                           {kSources, QJsonArray::fromStringList(sources)}};
    const QByteArray bytes = QJsonDocument(note).toJson(QJsonDocument::Compact);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.flush()) {
        problem = file.errorString();
        return {};
    }
    // Many programs go on using the file that they were given instead of copying it, also after this one has ended.
    folder.setAutoRemove(false);
    return folder.path();
}

void removeIfEmpty(const QString& folder) {
    if (handedOver(QDir(folder)).isEmpty()) {
        QFile::remove(QDir(folder).filePath(kNote));
        QDir().rmdir(folder); // fails if somebody was quicker and put something there
    }
}

void removeOldHandovers(const QDir& parent, const QDateTime& now) {
    for (const QFileInfo& entry : parent.entryInfoList({kPrefix + QLatin1Char('*')}, QDir::Dirs | QDir::NoSymLinks)) {
        if (entry.ownerId() == getuid()) {
            removeOld(QDir(entry.filePath()), now);
        }
    }
}

} // namespace parley::ui
