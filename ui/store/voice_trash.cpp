// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "store/voice_trash.h"

#include "store/voice_files.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QList>
#include <QPair>

namespace parley::ui {

namespace {

using Move = QPair<QString, QString>;

/// All files or none; renaming within a file system takes no time. The first that failed, or nothing.
QString moveAll(const QList<Move>& moves) {
    for (qsizetype i = 0; i < moves.size(); ++i) {
        if (!QFile::rename(moves[i].first, moves[i].second)) {
            for (qsizetype back = i; back-- > 0;) {
                QFile::rename(moves[back].second, moves[back].first);
            }
            return moves[i].first;
        }
    }
    return {};
}

Error unmovable(const QString& path) {
    return {ErrorCode::FileUnwritable, toPath(path), phrase("it can't be moved"),
            phrase("see whether you may write to its folder")};
}

} // namespace

VoiceTrash::VoiceTrash(const QString& folder)
    : m_folder(folder), m_place(QDir(folder).absoluteFilePath(".parley-removed")) {}

VoiceTrash::~VoiceTrash() {
    dropLink();
    QDir(m_place).removeRecursively();
}

/// A voices folder may come from elsewhere: what a link in it points to isn't ours to fill or to empty.
void VoiceTrash::dropLink() const {
    if (QFileInfo(m_place).isSymLink()) {
        QFile::remove(m_place);
    }
}

Result<std::monostate> VoiceTrash::put(const QString& id) {
    dropLink();
    QDir place;
    do { // a program that was killed leaves its numbers behind
        place.setPath(m_place + QLatin1Char('/') + QString::number(++m_number));
    } while (place.exists());
    place.mkpath(QStringLiteral("."));
    QList<Move> moves;
    Removed removed{id, {}};
    const QStringList files = filesOfVoice(m_folder, id);
    for (const QString& file : files) {
        removed.files += place.absoluteFilePath(QFileInfo(file).fileName());
        moves += {file, removed.files.last()};
    }
    if (const QString failed = moveAll(moves); !failed.isEmpty()) {
        return unmovable(failed);
    }
    m_removed += removed;
    return std::monostate{};
}

Result<QString> VoiceTrash::restore() {
    const Removed& removed = m_removed.last();
    const QString id = freeBaseName(m_folder, removed.id);
    QList<Move> moves;
    for (const QString& file : removed.files) {
        const QString name = id + QLatin1Char('.') + QFileInfo(file).suffix();
        moves += {file, QDir(m_folder).absoluteFilePath(name)};
    }
    if (const QString failed = moveAll(moves); !failed.isEmpty()) {
        return unmovable(failed);
    }
    m_removed.removeLast();
    return id;
}

} // namespace parley::ui
