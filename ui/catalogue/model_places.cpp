// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "catalogue/model_places.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QSet>

namespace parley::ui {

namespace {

constexpr int kMostFolders = 2000;     // a person may have chosen the whole disk
constexpr int kMostFilesInFolder = 32; // data sets come as .bin and .pt, too
constexpr qint64 kMostConfigBytes = qint64{1} << 20U;

QString absolute(QString path, const QString& home) {
    if (path == QLatin1String("~") || path.startsWith(QLatin1String("~/"))) {
        path.replace(0, 1, home);
    }
    return QDir::cleanPath(QDir(path).absolutePath());
}

/// True if the config.json of either layout is Dia's.
bool hasDiaConfig(const QDir& folder) {
    QFile file(folder.filePath(QStringLiteral("config.json")));
    const QFileInfo info(file);
    if (!info.isFile() || info.size() > kMostConfigBytes || !file.open(QIODevice::ReadOnly)) {
        return false;
    }
    const QJsonObject config = QJsonDocument::fromJson(file.read(kMostConfigBytes)).object();
    const QJsonObject model = config.value(QLatin1String("model")).toObject();
    return config.value(QLatin1String("model_type")) == QLatin1String("dia") ||
           (model.contains(QLatin1String("encoder")) && model.contains(QLatin1String("decoder")) &&
            config.contains(QLatin1String("data")));
}

/// Files of weights, shards left out: their index stands for them.
QStringList weightsFiles(const QDir& folder) {
    QStringList files = folder.entryList({"*.safetensors", "*.pth", "*.pt", "*.bin"}, QDir::Files, QDir::Name)
                            .mid(0, kMostFilesInFolder);
    files.removeIf(&isShard);
    return files;
}

QList<Candidate> candidatesIn(const QDir& folder, const QString& name) {
    QStringList files = weightsFiles(folder);
    const bool hasIndex = folder.entryList({"*.safetensors.index.json"}, QDir::Files).size() == 1;
    const bool hasMain = hasIndex || files.removeAll(QStringLiteral("model.safetensors")) > 0;
    const bool isDia = hasDiaConfig(folder);
    if (!hasMain && files.size() == 1) {
        return {{folder.path(), name, true, isDia}};
    }
    QList<Candidate> found;
    if (hasMain) {
        found.append({folder.path(), name, true, isDia});
    }
    for (const QString& file : files) {
        found.append({folder.filePath(file), file, false, false});
    }
    return found;
}

/// Folders of snapshots, that of the main branch first, then from new to old.
QStringList snapshots(const QDir& repository) {
    QStringList names =
        QDir(repository.filePath(QStringLiteral("snapshots"))).entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Time);
    QFile ref(repository.filePath(QStringLiteral("refs/main")));
    if (QFileInfo(ref).isFile() && ref.open(QIODevice::ReadOnly)) {
        const QString main = QString::fromLatin1(ref.read(64)).trimmed();
        if (names.removeAll(main) > 0) {
            names.prepend(main);
        }
    }
    return names;
}

} // namespace

ModelPlaces modelPlaces(const QString& modelsFolder, const QProcessEnvironment& environment, const QString& home) {
    ModelPlaces places;
    const auto add = [&](QStringList& list, const QString& path) {
        if (const QString whole = absolute(path, home); !list.contains(whole)) {
            list.append(whole);
        }
    };
    if (!modelsFolder.isEmpty()) {
        add(places.folders, modelsFolder);
    }
    add(places.folders, home + QStringLiteral("/.cache/descript/dac"));
    const auto addHub = [&](const char* variable, const QString& below) {
        if (const QString value = environment.value(QLatin1String(variable)); !value.isEmpty()) {
            add(places.hubCaches, value + below);
        }
    };
    addHub("HF_HUB_CACHE", {});
    addHub("HUGGINGFACE_HUB_CACHE", {});
    addHub("HF_HOME", QStringLiteral("/hub"));
    addHub("XDG_CACHE_HOME", QStringLiteral("/huggingface/hub"));
    add(places.hubCaches, home + QStringLiteral("/.cache/huggingface/hub"));
    return places;
}

bool isShard(const QString& path) {
    static const QRegularExpression kShard(QStringLiteral("-[0-9]+-of-[0-9]+\\."));
    return kShard.match(path).hasMatch();
}

QString modelNameOf(const QString& path) {
    static const QRegularExpression kSnapshot(QStringLiteral("/models--([^/]+)/snapshots/[^/]+(/|$)"));
    const QRegularExpressionMatch match = kSnapshot.match(path);
    return match.hasMatch() ? match.captured(1).replace(QLatin1String("--"), QLatin1String("/"))
                            : QFileInfo(path).fileName();
}

QList<Candidate> candidatesBelow(const QString& folder, int depth) {
    struct Level {
        QString path;
        int depth;
    };
    QList<Candidate> found;
    QList<Level> waiting{{folder, depth}};
    QSet<QString> seen;
    for (qsizetype i = 0; i < waiting.size() && i < kMostFolders; ++i) {
        const Level level = waiting.at(i);
        const QDir dir(level.path);
        const QString canonical = dir.canonicalPath();
        if (canonical.isEmpty() || seen.contains(canonical)) {
            continue; // links may lead in circles
        }
        seen.insert(canonical);
        found += candidatesIn(dir, dir.dirName());
        const QStringList below =
            level.depth > 0 ? dir.entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name) : QStringList();
        for (const QString& name : below) {
            waiting.append({dir.filePath(name), level.depth - 1});
        }
    }
    return found;
}

QList<Candidate> candidatesInHub(const QString& hubCache) {
    static const QRegularExpression kOurs(QStringLiteral("dia|dac|descript"),
                                          QRegularExpression::CaseInsensitiveOption);
    QList<Candidate> found;
    const QDir hub(hubCache);
    const QStringList repositories = hub.entryList({"models--*"}, QDir::Dirs, QDir::Name).filter(kOurs);
    for (const QString& repository : repositories) {
        for (const QString& snapshot : snapshots(QDir(hub.filePath(repository)))) {
            const QDir folder(hub.filePath(repository + QStringLiteral("/snapshots/") + snapshot));
            const QString name = modelNameOf(folder.path());
            QList<Candidate> here = candidatesIn(folder, name);
            for (Candidate& candidate : here) {
                candidate.isDiaBy = candidate.isDiaBy || name.contains(QLatin1String("Dia-1.6B"));
            }
            found += here;
            if (!here.isEmpty()) {
                break;
            }
        }
    }
    return found;
}

} // namespace parley::ui
