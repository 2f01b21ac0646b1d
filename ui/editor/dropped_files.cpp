// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "editor/dropped_files.h"

#include <QFileInfo>
#include <QMimeData>
#include <QUrl>

namespace parley::ui {

QStringList localFiles(const QMimeData& source) {
    QStringList paths;
    for (const QUrl& url : source.urls()) {
        if (url.isLocalFile()) {
            paths.append(url.toLocalFile());
        }
    }
    return paths;
}

bool isSoundFile(const QString& path) {
    static const QStringList suffixes = {
        QStringLiteral("wav"),  QStringLiteral("flac"), QStringLiteral("ogg"),  QStringLiteral("oga"),
        QStringLiteral("opus"), QStringLiteral("mp3"),  QStringLiteral("m4a"),  QStringLiteral("aac"),
        QStringLiteral("aif"),  QStringLiteral("aiff"), QStringLiteral("aifc"), QStringLiteral("caf"),
        QStringLiteral("au"),   QStringLiteral("w64"),  QStringLiteral("rf64"), QStringLiteral("wma"),
        QStringLiteral("mp4"),  QStringLiteral("m4v"),  QStringLiteral("mov"),  QStringLiteral("mkv"),
        QStringLiteral("webm"), QStringLiteral("avi"),  QStringLiteral("mpg"),  QStringLiteral("mpeg")};
    return suffixes.contains(QFileInfo(path).suffix(), Qt::CaseInsensitive);
}

} // namespace parley::ui
