// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/autosaved_file.h"
#include "store/preferences.h"

#include <QByteArray>
#include <QHash>
#include <QObject>
#include <QString>

namespace parley::ui {

/// What a person prefers and how the window looked, kept in one file. A change is on the disk within a second; a file
/// of a newer version, a damaged one and one that can't be written lose nothing, see notice(). GUI thread.
class SettingsStore : public QObject {
    Q_OBJECT

public:
    /// Reads the file at `path`, if there is one.
    explicit SettingsStore(const QString& path, QObject* parent = nullptr);

    [[nodiscard]] const Preferences& preferences() const noexcept { return m_preferences; }
    void setPreferences(const Preferences& preferences);

    /// What saveGeometry() or saveState() of the part named `key` gave; empty if it was never set.
    [[nodiscard]] QByteArray windowState(const QString& key) const;
    void setWindowState(const QString& key, const QByteArray& state);

    /// Writes now, and waits for it. False if the file could not be written.
    bool flush() { return m_file.flush(); }
    /// What a person must know about the file; empty if all is well.
    [[nodiscard]] QString notice() const { return m_file.notice(); }

Q_SIGNALS:
    void preferencesChanged(const parley::ui::Preferences& now, const parley::ui::Preferences& before);
    void noticeChanged();

private:
    AutosavedFile m_file;
    Preferences m_preferences;
    QHash<QString, QByteArray> m_windowStates;
};

} // namespace parley::ui
