// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "store/take_lock.h"

#include <sys/file.h>

#include <QDir>
#include <cerrno>

namespace parley::ui {

TakeLock::TakeLock(const QString& folder) : m_file(QDir(folder).absoluteFilePath(QStringLiteral(".takes.lock"))) {
    if (!m_file.open(QIODevice::ReadWrite)) {
        return;
    }
    m_wasAlone = flock(m_file.handle(), LOCK_EX | LOCK_NB) == 0 || errno != EWOULDBLOCK;
    // Whoever comes later shall see that this one is here.
    flock(m_file.handle(), LOCK_SH | LOCK_NB);
}

} // namespace parley::ui
