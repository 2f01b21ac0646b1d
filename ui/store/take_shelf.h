// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/take_entry.h"
#include "store/take_lock.h"
#include "store/take_records.h"

#include <QList>
#include <QString>
#include <map>

namespace parley::ui {

/// The takes of a folder as entries: opened, recovered, put aside and thrown away. Knows no signals. GUI thread.
class TakeShelf {
public:
    explicit TakeShelf(const QString& folder);

    /// Null if there is no such take, or it was removed and `removedToo` isn't set.
    [[nodiscard]] TakeEntry* find(TakeId id, bool removedToo = false);
    [[nodiscard]] const TakeEntry* find(TakeId id) const;
    [[nodiscard]] QList<Take> takes() const;

    /// A new entry in state Making with its part file, if that can be written.
    [[nodiscard]] TakeEntry& create(const Recipe& recipe);
    void store(const TakeEntry& entry) { m_records.store(entry.row); }

    /// Takes out what is there of `ids` and returns it.
    QList<TakeId> remove(const QList<TakeId>& ids);
    [[nodiscard]] bool canRestore() const noexcept { return !m_removals.isEmpty(); }
    QList<TakeId> restore();
    /// Deletes removed takes and their files, except those that are being made or saved.
    void forgetRemoved();

    [[nodiscard]] const QString& folder() const noexcept { return m_folder; }
    [[nodiscard]] const QString& notice() const noexcept { return m_records.notice(); }
    [[nodiscard]] std::map<TakeId, TakeEntry>& entries() noexcept { return m_entries; }

private:
    TakeShelf(const QString& folder, OpenedTakes opened);
    void recover(TakeEntry& entry);
    void eraseAll(const QList<TakeId>& ids);

    QString m_folder;
    TakeLock m_lock;
    TakeRecords m_records;
    std::map<TakeId, TakeEntry> m_entries;
    QList<QList<TakeId>> m_removals; ///< one list a remove(), the latest last
};

} // namespace parley::ui
