// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "parley/error.h"

#include <QList>
#include <QString>
#include <QStringList>

namespace parley::ui {

/// Deleted voices, which wait in a hidden folder beside the others until this object goes, so that each can come back.
class VoiceTrash {
public:
    explicit VoiceTrash(const QString& folder);
    VoiceTrash(const VoiceTrash&) = delete;
    VoiceTrash& operator=(const VoiceTrash&) = delete;
    ~VoiceTrash();

    /// All of a voice's files, or none. Errors: FileUnwritable.
    [[nodiscard]] Result<std::monostate> put(const QString& id);
    [[nodiscard]] bool isEmpty() const noexcept { return m_removed.isEmpty(); }
    /// Brings back the voice that was deleted last; returns its id, which has a number if the old one is in use by now.
    /// Only when not isEmpty(). Errors: FileUnwritable.
    [[nodiscard]] Result<QString> restore();

private:
    void dropLink() const;

    struct Removed {
        QString id;
        QStringList files; ///< where they are now
    };

    QString m_folder;
    QString m_place;
    QList<Removed> m_removed;
    int m_number = 0;
};

} // namespace parley::ui
