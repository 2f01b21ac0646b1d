// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QJsonObject>
#include <QObject>
#include <QString>
#include <QThreadPool>
#include <QTimer>

namespace parley::ui {

/// `contents` with the members that differ between `before` and `now` as they are in `now`, objects member by member.
/// Everything else stays, so that what a newer version of the program wrote survives.
[[nodiscard]] QJsonObject withChanges(QJsonObject contents, const QJsonObject& before, const QJsonObject& now);

/// A JSON object that is written to its file soon after a change, whole or not at all, off the GUI thread. A file that
/// can't be understood is put aside under another name, never overwritten. GUI thread.
class AutosavedFile : public QObject {
    Q_OBJECT

public:
    /// The member `versionKey` holds the version; a file without it is not ours.
    AutosavedFile(QString path, QString versionKey, int version, QObject* parent = nullptr);
    ~AutosavedFile() override; ///< flushes

    /// What the file holds; empty when there is none or it is of no use. Reads the file: call it once, first.
    [[nodiscard]] QJsonObject load();

    /// Writes withChanges() within half a second, or when this object goes.
    void save(const QJsonObject& before, const QJsonObject& now);

    /// Writes now, and waits for it. False if the file could not be written.
    bool flush();

    /// What a person must know about the file, in whole sentences; empty if all is well.
    [[nodiscard]] QString notice() const;

Q_SIGNALS:
    void noticeChanged();

private:
    QJsonObject putAside();
    void startWriting();
    void heard(const QString& writeError);

    QString m_path;
    QString m_versionKey;
    int m_version;
    QJsonObject m_contents;
    QString m_loadNotice;
    QString m_writeNotice;
    QTimer m_timer;
    QThreadPool m_writer;   // one thread, so that an older state never follows a newer one
    bool m_writable = true; // false: what lies there must not be overwritten
    bool m_unsaved = false; // m_contents is ahead of what was handed to the writer
    bool m_writing = false;
};

} // namespace parley::ui
