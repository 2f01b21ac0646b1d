// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QFile>
#include <QString>

namespace parley::ui {

/// Keeps two programs from filling one folder at a time. The system lets go of it when a program ends, however it ends.
class FolderLock {
public:
    /// Tries once; the folder has to be there.
    explicit FolderLock(const QString& folder);

    [[nodiscard]] bool isHeld() const noexcept { return m_isHeld; }
    /// Where locks aren't known, or nothing may be written: not another program's.
    [[nodiscard]] bool isForeign() const noexcept { return m_isForeign; }
    /// Removes the lock's file, for whoever removes the folder. Only while it is held.
    void remove();

private:
    QFile m_file;
    bool m_isHeld = false;
    bool m_isForeign = false;
};

} // namespace parley::ui
