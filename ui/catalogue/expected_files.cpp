// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "catalogue/file_check.h"

#include <QDir>
#include <QFileInfo>
#include <algorithm>

namespace parley::ui {

namespace {

/// The hub's caches name a file's contents by their hash, and link to them.
void learnFromLink(FileExpected& file) {
    const QFileInfo info(file.path);
    const QString target = info.isSymLink() ? QFileInfo(info.symLinkTarget()).fileName() : QString();
    if (isHexadecimal(target, 64)) {
        file.sha256 = target.toLatin1();
    } else if (isHexadecimal(target, 40)) {
        file.gitSha1 = target.toLatin1();
    }
}

void learnFromCatalogue(FileExpected& file) {
    const QFileInfo info(file.path);
    for (const CatalogueEntry& entry : builtInCatalogue()) {
        for (const CatalogueFile& known : entry.files) {
            if (known.bytes == info.size() && known.path == info.fileName() && !known.sha256.isEmpty()) {
                file.sha256 = known.sha256;
            }
        }
    }
}

bool belongsToModels(const QString& name) {
    static const QStringList kEndings{".safetensors", ".json", ".pth", ".pt", ".bin"};
    return std::any_of(kEndings.begin(), kEndings.end(), [&](const QString& ending) { return name.endsWith(ending); });
}

QList<FileExpected> foreignFiles(const QFileInfo& info) {
    QStringList paths;
    if (info.isDir()) {
        const QDir folder(info.absoluteFilePath());
        for (const QString& name : folder.entryList(QDir::Files | QDir::System, QDir::Name)) { // dead links, too
            if (belongsToModels(name)) {
                paths.append(folder.absoluteFilePath(name));
            }
        }
    } else {
        paths.append(info.absoluteFilePath());
        const QString config = info.absolutePath() + QStringLiteral("/config.json");
        if (QFileInfo::exists(config)) {
            paths.append(config);
        }
    }
    QList<FileExpected> files;
    for (const QString& path : paths) {
        FileExpected file;
        file.path = path;
        learnFromLink(file);
        if (file.sha256.isEmpty() && file.gitSha1.isEmpty()) {
            learnFromCatalogue(file);
        }
        files.append(file);
    }
    return files;
}

} // namespace

QList<FileExpected> expectedFiles(const QList<CatalogueFile>& files, const QString& folder) {
    QList<FileExpected> expected;
    for (const CatalogueFile& known : files) {
        FileExpected file;
        file.path = QDir(folder).absoluteFilePath(known.path);
        file.bytes = known.bytes;
        file.sha256 = known.sha256;
        expected.append(file);
    }
    return expected;
}

QList<FileExpected> expectedFiles(const InstalledModel& model) {
    return expectedFiles(model.entry.files, model.folder);
}

QList<FileExpected> expectedFiles(const QString& path) {
    const QFileInfo info(path);
    const std::optional<InstalledModel> model =
        readInstalled(info.isDir() ? info.absoluteFilePath() : info.absolutePath());
    return model ? expectedFiles(*model) : foreignFiles(info);
}

} // namespace parley::ui
