// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "downloads/unpacker.h"

#include "downloads/write_error.h"

#include <unistd.h>
#include <zip.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <utility>

namespace parley::ui {

namespace {

/// Why the archive's own description of a member is not what the list says; empty if it is.
std::string faultOf(const zip_stat_t& status, const PackMember& member) {
    constexpr zip_uint64_t kNeeded = ZIP_STAT_SIZE | ZIP_STAT_COMP_METHOD | ZIP_STAT_ENCRYPTION_METHOD;
    const std::string name = member.path.toStdString();
    if ((status.valid & kNeeded) != kNeeded) {
        return name + " has no size";
    }
    if (status.size != static_cast<zip_uint64_t>(member.bytes)) {
        return name + " has " + std::to_string(status.size) + " bytes in place of " + std::to_string(member.bytes);
    }
    const bool isPlain = status.comp_method == ZIP_CM_STORE || status.comp_method == ZIP_CM_DEFLATE;
    return isPlain && status.encryption_method == ZIP_EM_NONE ? "" : name + " is packed in an unusual way";
}

} // namespace

void Unpacker::CloseArchive::operator()(zip* archive) const noexcept {
    zip_discard(archive);
}

void Unpacker::CloseMember::operator()(zip_file* member) const noexcept {
    zip_fclose(member);
}

Unpacker::Unpacker(QString archive, QList<PackMember> members, QString folder)
    : m_path(std::move(archive)), m_members(std::move(members)), m_folder(std::move(folder)) {}

Unpacker::~Unpacker() {
    if (m_target) {
        m_target->remove();
    }
}

Error Unpacker::corrupt(const std::string& detail) const {
    return {ErrorCode::CheckpointCorrupt, verbatim(m_path.toStdString()),
            phrase("is not the archive that it should be"), phrase("download again"), detail};
}

std::optional<Error> Unpacker::openArchive() {
    int problem = ZIP_ER_OK;
    m_archive.reset(zip_open(QFile::encodeName(m_path).constData(), ZIP_RDONLY, &problem));
    return m_archive ? std::nullopt : std::optional(corrupt("zip error " + std::to_string(problem)));
}

std::optional<Error> Unpacker::openMember(const PackMember& member) {
    const QByteArray path = member.path.toUtf8();
    zip_stat_t status;
    zip_stat_init(&status);
    if (zip_stat(m_archive.get(), path.constData(), 0, &status) != 0) {
        return corrupt(path.toStdString() + " is not in it");
    }
    if (const std::string fault = faultOf(status, member); !fault.empty()) {
        return corrupt(fault);
    }
    m_source.reset(zip_fopen_index(m_archive.get(), status.index, 0));
    if (!m_source) {
        return corrupt(path.toStdString() + " can't be read");
    }
    m_target = std::make_unique<QFile>(m_folder + QLatin1Char('/') + member.name + QStringLiteral(".unpacking"));
    if (!m_target->open(QIODevice::WriteOnly | QIODevice::Truncate | QIODevice::Unbuffered)) {
        return fileError(*m_target, m_target->fileName());
    }
    m_hash.reset();
    m_left = member.bytes;
    return std::nullopt;
}

std::optional<Error> Unpacker::takePiece(const PackMember& member, qint64 most) {
    // One byte more than there may be: an archive that has more than it says is told by it.
    QByteArray piece(std::min(most, m_left + 1), Qt::Uninitialized);
    const zip_int64_t count = zip_fread(m_source.get(), piece.data(), static_cast<zip_uint64_t>(piece.size()));
    if (count < 0 || count > m_left || (count == 0 && m_left > 0)) {
        return corrupt(member.path.toStdString() + " ends too early, too late or in disorder");
    }
    piece.truncate(count);
    m_hash.addData(piece);
    m_left -= count;
    return m_target->write(piece) == count ? std::nullopt : std::optional(fileError(*m_target, m_target->fileName()));
}

std::optional<Error> Unpacker::finishMember(const PackMember& member) {
    if (m_hash.result().toHex() != member.sha256) {
        return corrupt(member.path.toStdString() + " has another hash");
    }
    const QString path = m_folder + QLatin1Char('/') + member.name;
    if (fsync(m_target->handle()) != 0) {
        return systemError(path, errno);
    }
    m_target->close();
    if (std::rename(QFile::encodeName(m_target->fileName()).constData(), QFile::encodeName(path).constData()) != 0) {
        return systemError(path, errno);
    }
    m_target.reset();
    m_source.reset();
    return std::nullopt;
}

Result<bool> Unpacker::step(qint64 most) {
    if (m_members.isEmpty()) {
        return false;
    }
    const PackMember& member = m_members.first();
    std::optional<Error> error = m_archive ? std::nullopt : openArchive();
    if (!error && !m_source) {
        error = openMember(member);
    }
    if (!error) {
        error = takePiece(member, most);
    }
    if (!error && m_left == 0) {
        error = takePiece(member, 1); // nothing more may come
    }
    if (!error && m_left == 0) {
        error = finishMember(member);
    }
    if (error) {
        m_members.clear();
        return *error;
    }
    if (!m_source) {
        m_members.removeFirst();
    }
    return !m_members.isEmpty();
}

} // namespace parley::ui
