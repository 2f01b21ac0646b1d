// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "parley/error.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QCryptographicHash>
#include <QFile>
#include <QString>
#include <optional>

namespace parley::ui {

/// A file that is being fetched: its bytes so far in `<path>.part`, and whose bytes they are in a note beside them. It
/// gets its name only when it is whole. What a program leaves that is killed can be gone on with. One thread at a time.
class PartFile {
public:
    explicit PartFile(QString path);

    /// Opens what is there if the note says that it belongs to the same file; else begins anew. `etag` as the server
    /// gives it; empty: nothing can be gone on with. Errors: FileUnwritable, DiskFull.
    [[nodiscard]] std::optional<Error> open(const QByteArray& etag, qint64 bytes);

    [[nodiscard]] qint64 size() const { return m_size; }
    [[nodiscard]] const QString& path() const { return m_path; }

    /// Bytes that lay there already are hashed piece by piece before anything is appended; false once there are none
    /// left. `most`: of one piece.
    [[nodiscard]] bool hashMore(qint64 most);
    [[nodiscard]] qint64 hashedBytes() const { return m_hashed; }

    [[nodiscard]] std::optional<Error> append(QByteArrayView bytes);
    [[nodiscard]] std::optional<Error> startOver();

    /// The tag that the server of the bytes gave; kept for the next program.
    [[nodiscard]] QByteArray streamTag() const { return m_streamTag; }
    [[nodiscard]] std::optional<Error> setStreamTag(const QByteArray& tag);

    /// Of all bytes, 64 digits. Only when everything is hashed.
    [[nodiscard]] QByteArray sha256() const { return m_hash.result().toHex(); }
    /// Of the file as git stores it, 40 digits; reads it, so it is for small ones.
    [[nodiscard]] QByteArray gitSha1();

    /// Brings everything to the disk and gives the file its name.
    [[nodiscard]] std::optional<Error> finish();
    /// Removes bytes and note.
    void discard();

private:
    [[nodiscard]] Error failure() const;
    [[nodiscard]] bool belongsTo(const QByteArray& etag, qint64 bytes);
    [[nodiscard]] std::optional<Error> writeNote();
    [[nodiscard]] QString notePath() const { return m_path + QStringLiteral(".note"); }

    QString m_path;
    QFile m_file;
    QCryptographicHash m_hash{QCryptographicHash::Sha256};
    QByteArray m_etag;
    QByteArray m_streamTag;
    qint64 m_total = -1;
    qint64 m_size = 0;
    qint64 m_hashed = 0;
};

} // namespace parley::ui
