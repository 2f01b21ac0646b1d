// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "catalogue/file_check.h"

#include <QCryptographicHash>
#include <QFile>
#include <QFileInfo>
#include <QtEndian>
#include <algorithm>

namespace parley::ui {

namespace {

constexpr qint64 kPiece = qint64{1} << 20U;

Error damaged(const FileExpected& file, Phrase problem) {
    return {ErrorCode::CheckpointCorrupt, verbatim(file.path.toStdString()), std::move(problem),
            phrase("download again")};
}

/// What the first bytes of a file of this name have to be.
bool beginsRight(QFile& file, qint64 size) {
    const QByteArray head = file.read(16);
    if (file.fileName().endsWith(QLatin1String(".safetensors"))) {
        const quint64 header = head.size() >= 8 ? qFromLittleEndian<quint64>(head.constData()) : 0;
        return head.size() >= 10 && header >= 2 && header <= static_cast<quint64>(size) - 8 && head.at(8) == '{';
    }
    if (file.fileName().endsWith(QLatin1String(".json"))) {
        return head.trimmed().startsWith('{');
    }
    return true;
}

/// Absent, unreadable or of another size.
std::optional<Error> sizeFault(const FileExpected& expected) {
    QFile file(expected.path);
    if (!QFileInfo(file).isFile()) {
        return Error{ErrorCode::ModelNotFound, verbatim(expected.path.toStdString()), phrase("is missing"),
                     phrase("download again")};
    }
    if (!file.open(QIODevice::ReadOnly)) {
        return Error{ErrorCode::ModelNotFound,
                     verbatim(expected.path.toStdString()),
                     phrase("can't be read"),
                     {},
                     file.errorString().toStdString()};
    }
    if (expected.bytes >= 0 && file.size() != expected.bytes) {
        return damaged(expected, phrase("has %1 bytes in place of %2", file.size(), expected.bytes));
    }
    return std::nullopt;
}

std::optional<Error> quickFault(const FileExpected& expected) {
    std::optional<Error> fault = sizeFault(expected);
    QFile file(expected.path);
    if (!fault && file.open(QIODevice::ReadOnly) && !beginsRight(file, file.size())) {
        fault = damaged(expected, phrase("doesn't begin as such a file does"));
    }
    return fault;
}

/// Reads the file through the hash; false if it can't be read to its end or the check was stopped.
bool addFile(QFile& file, QCryptographicHash& hash, const std::function<void(qint64)>& onRead,
             const std::stop_token& stop) {
    QByteArray piece(kPiece, Qt::Uninitialized);
    for (qint64 left = file.size(); left > 0;) {
        const qint64 count = stop.stop_requested() ? -1 : file.read(piece.data(), std::min(kPiece, left));
        if (count <= 0) {
            return false;
        }
        hash.addData(QByteArrayView(piece).first(count));
        left -= count;
        onRead(count);
    }
    return true;
}

std::optional<Error> hashFault(const FileExpected& expected, const std::function<void(qint64)>& onRead,
                               const std::stop_token& stop) {
    QFile file(expected.path);
    const bool isGit = expected.sha256.isEmpty();
    QCryptographicHash hash(isGit ? QCryptographicHash::Sha1 : QCryptographicHash::Sha256);
    if (!file.open(QIODevice::ReadOnly | QIODevice::Unbuffered)) {
        return damaged(expected, phrase("can't be read"));
    }
    if (isGit) {
        hash.addData("blob " + QByteArray::number(file.size()));
        hash.addData(QByteArrayView("\0", 1));
    }
    if (!addFile(file, hash, onRead, stop)) {
        return damaged(expected, phrase("can't be read to its end"));
    }
    if (hash.result().toHex() != (isGit ? expected.gitSha1 : expected.sha256)) {
        return damaged(expected, phrase("is not what was published: its hash is another one"));
    }
    return std::nullopt;
}

} // namespace

QList<Error> checkQuickly(const QList<FileExpected>& files) {
    QList<Error> faults;
    for (const FileExpected& file : files) {
        if (std::optional<Error> fault = quickFault(file)) {
            faults.append(*fault);
        }
    }
    return faults;
}

FullCheck checkFully(const QList<FileExpected>& files, const std::function<void(qint64, qint64)>& onRead,
                     const std::stop_token& stop) {
    FullCheck check;
    qint64 total = 0;
    for (const FileExpected& file : files) {
        total += QFileInfo(file.path).size();
    }
    qint64 done = 0;
    const auto count = [&](qint64 bytes) {
        done += bytes;
        onRead(done, total);
    };
    for (const FileExpected& file : files) {
        const bool isKnown = !file.sha256.isEmpty() || !file.gitSha1.isEmpty();
        std::optional<Error> fault = isKnown ? sizeFault(file) : quickFault(file);
        if (!fault && isKnown) {
            fault = hashFault(file, count, stop);
        }
        if (stop.stop_requested()) {
            check.wasStopped = true;
            return check;
        }
        if (fault) {
            check.faults.append(*fault);
        } else {
            ++(isKnown ? check.right : check.unknown);
        }
    }
    return check;
}

} // namespace parley::ui
