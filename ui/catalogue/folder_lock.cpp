// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "catalogue/folder_lock.h"

#include <sys/file.h>
#include <sys/stat.h>

#include <QDir>
#include <cerrno>

namespace parley::ui {

namespace {

/// False if the file was removed, or replaced, between opening and locking it.
bool isStillThere(const QFile& file) {
    struct stat open{};
    struct stat named{};
    return fstat(file.handle(), &open) == 0 && stat(QFile::encodeName(file.fileName()).constData(), &named) == 0 &&
           open.st_ino == named.st_ino && open.st_dev == named.st_dev;
}

} // namespace

FolderLock::FolderLock(const QString& folder) : m_file(QDir(folder).absoluteFilePath(QStringLiteral(".parley.lock"))) {
    constexpr int kTries = 10;
    for (int i = 0; i < kTries && !m_isHeld; ++i) {
        m_file.close();
        if (!m_file.open(QIODevice::ReadWrite)) {
            return;
        }
        if (flock(m_file.handle(), LOCK_EX | LOCK_NB) != 0) {
            m_isForeign = errno == EWOULDBLOCK;
            return;
        }
        m_isHeld = isStillThere(m_file);
    }
}

void FolderLock::remove() {
    if (m_isHeld) {
        m_file.remove();
        m_isHeld = false;
    }
}

} // namespace parley::ui
