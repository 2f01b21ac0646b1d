// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "catalogue/gpu_pack.h"

#include <QCryptographicHash>
#include <QFile>
#include <memory>

struct zip;
struct zip_file;

namespace parley::ui {

/// Takes the wanted members out of a wheel (a zip archive), piece by piece, under names that the list gives them, and
/// nothing else: what the archive says of itself is believed only where it is as the list has it. A member gets its
/// name once it is whole and its hash is right. One thread.
class Unpacker {
public:
    /// `folder` has to be there.
    Unpacker(QString archive, QList<PackMember> members, QString folder);
    ~Unpacker();
    Unpacker(const Unpacker&) = delete;
    Unpacker& operator=(const Unpacker&) = delete;

    /// Unpacks up to so many bytes more; false once all members are there. Errors: CheckpointCorrupt (the archive is
    /// not what the list says), FileUnwritable, DiskFull; then it is at its end.
    [[nodiscard]] Result<bool> step(qint64 most);

private:
    struct CloseArchive {
        void operator()(zip* archive) const noexcept;
    };
    struct CloseMember {
        void operator()(zip_file* member) const noexcept;
    };

    [[nodiscard]] std::optional<Error> openArchive();
    [[nodiscard]] std::optional<Error> openMember(const PackMember& member);
    [[nodiscard]] std::optional<Error> takePiece(const PackMember& member, qint64 most);
    [[nodiscard]] std::optional<Error> finishMember(const PackMember& member);
    [[nodiscard]] Error corrupt(const std::string& detail) const;

    QString m_path;
    QList<PackMember> m_members; ///< the first is in work
    QString m_folder;
    std::unique_ptr<zip, CloseArchive> m_archive;
    std::unique_ptr<zip_file, CloseMember> m_source;
    std::unique_ptr<QFile> m_target; ///< under a name of its own until it is whole
    QCryptographicHash m_hash{QCryptographicHash::Sha256};
    qint64 m_left = 0; ///< bytes of the member that are to come
};

} // namespace parley::ui
