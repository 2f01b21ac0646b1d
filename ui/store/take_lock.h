// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QFile>
#include <QString>

namespace parley::ui {

/// Tells whether another library has the folder of takes open. The system lets go of the lock when a program ends,
/// however it ends.
class TakeLock {
public:
    explicit TakeLock(const QString& folder);

    /// True if nobody else had the folder open when this object was made. Where there are no locks, too.
    [[nodiscard]] bool wasAlone() const noexcept { return m_wasAlone; }

private:
    QFile m_file;
    bool m_wasAlone = true;
};

} // namespace parley::ui
