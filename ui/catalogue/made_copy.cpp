// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "catalogue/made_copy.h"

#include "catalogue/installed_model.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>

namespace parley::ui {

QString copyNameOf(const QString& name, const QString& format) {
    return name.section(QLatin1Char('/'), -1) + QLatin1String(", ") + format;
}

QString copyFolderName(const QString& name, const QString& format) {
    static const QRegularExpression kOdd(QStringLiteral("[^A-Za-z0-9._-]+"));
    const QString safe =
        name.section(QLatin1Char('/'), -1).replace(kOdd, QStringLiteral("-")) + QLatin1Char('-') + format;
    return isSafeId(safe) ? safe : QLatin1String("copy-") + format;
}

std::optional<Error> noteMadeCopy(const QString& folder, const QString& name, const QString& format) {
    CatalogueEntry entry;
    entry.id = QFileInfo(folder).fileName();
    entry.name = copyNameOf(name, format);
    entry.kind = QStringLiteral("model");
    entry.isMadeHere = true;
    entry.layout = QStringLiteral("transformers");
    entry.dtype = format;
    entry.id = isSafeId(entry.id) ? entry.id : copyFolderName(name, format);
    for (const QString& path : {QStringLiteral("config.json"), QStringLiteral("model.safetensors")}) {
        QFile file(QDir(folder).filePath(path));
        QCryptographicHash hash(QCryptographicHash::Sha256);
        if (!file.open(QIODevice::ReadOnly) || !hash.addData(&file)) {
            return Error{ErrorCode::ModelNotFound,
                         verbatim(file.fileName().toStdString()),
                         phrase("can't be read"),
                         {},
                         file.errorString().toStdString()};
        }
        CatalogueFile noted;
        noted.path = path;
        noted.bytes = file.size();
        noted.sha256 = hash.result().toHex();
        entry.files.append(noted);
    }
    return writeInstalled({QDir(folder).absolutePath(), entry, QDateTime::currentDateTimeUtc()});
}

} // namespace parley::ui
