// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>

namespace parley::test {

/// A folder for one test, and files in it.
class ScratchFolder {
public:
    [[nodiscard]] QString at(const QString& path) const { return m_folder.filePath(path); }
    [[nodiscard]] QString at(const char* path) const { return at(QString(QLatin1String(path))); }
    [[nodiscard]] QString path() const { return m_folder.path(); }

    void put(const char* path, const QByteArray& bytes) const {
        QDir().mkpath(QFileInfo(at(path)).path());
        QFile file(at(path));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size()) {
            qFatal("can't write %s", path);
        }
    }

    /// A link at `path` to `target`, which is relative to the link's own folder.
    void link(const char* path, const QString& target) const {
        QDir().mkpath(QFileInfo(at(path)).path());
        if (!QFile::link(target, at(path))) {
            qFatal("can't link %s", path);
        }
    }

    [[nodiscard]] QStringList names(const char* path = "") const {
        return QDir(at(path)).entryList(QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot,
                                        QDir::Name);
    }

private:
    QTemporaryDir m_folder;
};

} // namespace parley::test
