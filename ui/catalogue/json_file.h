// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

namespace parley::ui {

/// The object in a file of at most so many bytes; empty where it is absent, longer or damaged. Any thread.
[[nodiscard]] inline QJsonObject readJsonObject(const QString& path, qint64 mostBytes) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.read(mostBytes)).object() : QJsonObject();
}

} // namespace parley::ui
