// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/autosaved_file.h"
#include "store/generation_settings.h"

#include <QObject>
#include <QString>
#include <QStringList>

namespace parley::ui {

/// What a person is working on.
struct Session {
    QString script;
    int cursor = 0; ///< 0 to script.size()
    QString voiceId;
    GenerationSettings settings;

    bool operator==(const Session&) const = default;
};

/// Keeps the session on the disk, at most a second behind, and the scripts that were written before the present one.
/// A file of a newer version, a damaged one and one that can't be written lose nothing, see notice(). GUI thread.
class SessionStore : public QObject {
    Q_OBJECT

public:
    /// Reads the file at `path`, if there is one.
    explicit SessionStore(const QString& path, QObject* parent = nullptr);

    [[nodiscard]] const Session& session() const noexcept { return m_session; }
    /// Cheap enough for every key press. A script that this one replaces, rather than continues, joins olderScripts().
    void set(const Session& session);

    /// Distinct scripts, the newest first: at most 50, and a million characters in all (the newest stays at any
    /// length).
    [[nodiscard]] const QStringList& olderScripts() const noexcept { return m_older; }

    /// Writes now, and waits for it. False if the file could not be written.
    bool flush() { return m_file.flush(); }
    /// What a person must know about the file; empty if all is well.
    [[nodiscard]] QString notice() const { return m_file.notice(); }

Q_SIGNALS:
    void olderScriptsChanged();
    void noticeChanged();

private:
    void remember(const QString& script);

    AutosavedFile m_file;
    Session m_session;
    QString m_landmark; // the script at its fullest: it is what gets lost when little of it is left
    QStringList m_older;
};

} // namespace parley::ui
