// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "jobs/job_entry.h"

#include <QAbstractListModel>
#include <QList>

namespace parley::ui {

/// The queue as a list: what has ended, then what runs, the oldest first, then what waits in the order of its making.
/// JobQueue changes it; views may only move what waits.
class JobListModel : public QAbstractListModel {
    Q_OBJECT

public:
    enum Role {
        IdRole = Qt::UserRole,
        StateRole,    ///< int of JobState
        StoppingRole, ///< bool
        DetailRole,   ///< the state in words; of failed jobs, why
        FractionRole, ///< of a running job's sound, 0 to 1; negative while unknown
    };

    using QAbstractListModel::QAbstractListModel;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex& index) const override;
    [[nodiscard]] Qt::DropActions supportedDropActions() const override { return Qt::MoveAction; }
    /// Only within the waiting ones; what is dropped above them becomes the next.
    bool moveRows(const QModelIndex& sourceParent, int sourceRow, int count, const QModelIndex& destinationParent,
                  int destinationChild) override;

    [[nodiscard]] const QList<JobEntry>& entries() const noexcept { return m_entries; }
    /// −1: no such job.
    [[nodiscard]] int rowOf(quint64 id) const;
    [[nodiscard]] const JobEntry* find(quint64 id) const;
    [[nodiscard]] int firstWaiting() const;

    void append(const JobEntry& entry);
    void remove(quint64 id);
    /// Replaces the entry with the same id, and puts it where its state belongs: what starts to wait again is the next.
    void update(const JobEntry& entry);

private:
    [[nodiscard]] QString detail(const JobEntry& entry) const;
    void moveRow(int from, int to);

    QList<JobEntry> m_entries;
};

} // namespace parley::ui
