// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "downloads/part_file.h"

#include "downloads/write_error.h"

#include <unistd.h>

#include <QDir>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>
#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <utility>

namespace parley::ui {

namespace {

constexpr qint64 kMostNoteBytes = qint64{64} << 10U;

} // namespace

PartFile::PartFile(QString path) : m_path(std::move(path)), m_file(m_path + QStringLiteral(".part")) {}

Error PartFile::failure() const {
    return fileError(m_file, m_path);
}

bool PartFile::belongsTo(const QByteArray& etag, qint64 bytes) {
    QFile note(notePath());
    if (etag.isEmpty() || !m_file.exists() || !note.open(QIODevice::ReadOnly)) {
        return false;
    }
    const QJsonObject object = QJsonDocument::fromJson(note.read(kMostNoteBytes)).object();
    m_streamTag = object.value(QLatin1String("stream")).toString().toLatin1();
    return object.value(QLatin1String("etag")).toString().toLatin1() == etag &&
           object.value(QLatin1String("bytes")).toInteger(-1) == bytes && (bytes < 0 || m_file.size() <= bytes);
}

std::optional<Error> PartFile::writeNote() {
    QSaveFile note(notePath());
    const QJsonObject object{
        {"etag", QString::fromLatin1(m_etag)}, {"bytes", m_total}, {"stream", QString::fromLatin1(m_streamTag)}};
    if (!note.open(QIODevice::WriteOnly) || note.write(QJsonDocument(object).toJson()) < 0 || !note.commit()) {
        return fileError(note, m_path);
    }
    return std::nullopt;
}

std::optional<Error> PartFile::open(const QByteArray& etag, qint64 bytes) {
    if (m_file.isOpen() && m_etag == etag && m_total == bytes && !etag.isEmpty()) {
        return std::nullopt;
    }
    m_file.close();
    const bool isKept = belongsTo(etag, bytes);
    m_etag = etag;
    m_total = bytes;
    if (!QDir().mkpath(QFileInfo(m_path).path()) || !m_file.open(QIODevice::ReadWrite | QIODevice::Unbuffered)) {
        return failure();
    }
    if (!isKept) {
        return startOver();
    }
    m_size = m_file.size();
    m_hashed = 0;
    m_hash.reset();
    return std::nullopt;
}

bool PartFile::hashMore(qint64 most) {
    if (m_hashed >= m_size || !m_file.seek(m_hashed)) {
        m_file.seek(m_size);
        return false;
    }
    const QByteArray piece = m_file.read(std::min(most, m_size - m_hashed));
    if (piece.isEmpty()) { // the disk lost some: what can't be read has to come again
        m_size = m_hashed;
        m_file.resize(m_size);
    }
    m_hash.addData(piece);
    m_hashed += piece.size();
    return true;
}

std::optional<Error> PartFile::append(QByteArrayView bytes) {
    const qint64 written = m_file.write(bytes.data(), bytes.size());
    const qint64 count = std::max<qint64>(written, 0);
    m_hash.addData(bytes.first(count));
    m_size += count;
    m_hashed += count;
    return written == bytes.size() ? std::nullopt : std::optional(failure());
}

std::optional<Error> PartFile::startOver() {
    m_streamTag.clear();
    m_hash.reset();
    m_size = 0;
    m_hashed = 0;
    return m_file.resize(0) && m_file.seek(0) ? writeNote() : std::optional(failure());
}

std::optional<Error> PartFile::setStreamTag(const QByteArray& tag) {
    if (tag == m_streamTag) {
        return std::nullopt;
    }
    m_streamTag = tag;
    return writeNote();
}

QByteArray PartFile::gitSha1() {
    QCryptographicHash hash(QCryptographicHash::Sha1);
    hash.addData("blob " + QByteArray::number(m_size));
    hash.addData(QByteArrayView("\0", 1));
    m_file.seek(0);
    hash.addData(&m_file);
    m_file.seek(m_size);
    return hash.result().toHex();
}

std::optional<Error> PartFile::finish() {
    if (fsync(m_file.handle()) != 0) {
        return systemError(m_path, errno);
    }
    m_file.close();
    // Unlike QFile::rename, this replaces a file that has the name, in one step.
    if (std::rename(QFile::encodeName(m_file.fileName()).constData(), QFile::encodeName(m_path).constData()) != 0) {
        return systemError(m_path, errno);
    }
    QFile::remove(notePath());
    return std::nullopt;
}

void PartFile::discard() {
    m_file.close();
    m_file.remove();
    QFile::remove(notePath());
    m_size = 0;
    m_hashed = 0;
    m_hash.reset();
}

} // namespace parley::ui
