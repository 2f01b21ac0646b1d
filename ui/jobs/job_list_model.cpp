// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "jobs/job_list_model.h"

#include "jobs/progress_text.h"

#include <algorithm>
#include <utility>

namespace parley::ui {

namespace {

constexpr int kTitleLength = 80;

} // namespace

int JobListModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_entries.size());
}

QVariant JobListModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const JobEntry& entry = m_entries.at(index.row());
    const QString title = firstWords(entry.recipe.script, kTitleLength);
    switch (role) {
    case Qt::DisplayRole:
        return title;
    case Qt::ToolTipRole:
    case Qt::AccessibleDescriptionRole:
    case DetailRole:
        return detail(entry);
    case Qt::AccessibleTextRole:
        return tr("%1. %2", "first words of a script, then its state").arg(title, detail(entry));
    case IdRole:
        return entry.id;
    case StateRole:
        return static_cast<int>(entry.state);
    case StoppingRole:
        return entry.stopping;
    case FractionRole:
        return entry.progress.phase == JobProgress::Phase::Decoding ? entry.progress.fraction : -1.0;
    default:
        return {};
    }
}

QString JobListModel::detail(const JobEntry& entry) const {
    QString text;
    switch (entry.state) {
    case JobState::Waiting:
        text = tr("Waiting");
        break;
    case JobState::Running:
        text = entry.stopping ? tr("Stopping") : phaseText(entry.progress);
        break;
    case JobState::Done:
        text = tr("Done");
        break;
    case JobState::Failed:
        text = entry.problem;
        break;
    case JobState::Cancelled:
        text = tr("Cancelled");
        break;
    }
    if (entry.takes > 1) {
        text = tr("Take %1 of %2: %3").arg(entry.take).arg(entry.takes).arg(text);
    }
    return text;
}

Qt::ItemFlags JobListModel::flags(const QModelIndex& index) const {
    if (!index.isValid()) {
        return Qt::ItemIsDropEnabled; // between the rows
    }
    const Qt::ItemFlags flags = Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren;
    return m_entries.at(index.row()).state == JobState::Waiting ? flags | Qt::ItemIsDragEnabled : flags;
}

bool JobListModel::moveRows(const QModelIndex& sourceParent, int sourceRow, int count,
                            const QModelIndex& destinationParent, int destinationChild) {
    const int first = firstWaiting();
    if (sourceParent.isValid() || destinationParent.isValid() || count != 1 || sourceRow < first ||
        sourceRow >= rowCount()) {
        return false;
    }
    // destinationChild counts with the row still in its old place.
    const int before = std::clamp(destinationChild, first, rowCount());
    const int to = before > sourceRow ? before - 1 : before;
    if (to == sourceRow) {
        return false;
    }
    moveRow(sourceRow, to);
    return true;
}

void JobListModel::moveRow(int from, int to) {
    if (from == to) {
        return;
    }
    beginMoveRows({}, from, from, {}, to > from ? to + 1 : to);
    m_entries.move(from, to);
    endMoveRows();
}

int JobListModel::rowOf(quint64 id) const {
    const auto found =
        std::find_if(m_entries.begin(), m_entries.end(), [id](const JobEntry& entry) { return entry.id == id; });
    return found == m_entries.end() ? -1 : static_cast<int>(found - m_entries.begin());
}

const JobEntry* JobListModel::find(quint64 id) const {
    const int row = rowOf(id);
    return row < 0 ? nullptr : &m_entries.at(row);
}

int JobListModel::firstWaiting() const {
    const auto found = std::find_if(m_entries.begin(), m_entries.end(),
                                    [](const JobEntry& entry) { return entry.state == JobState::Waiting; });
    return static_cast<int>(found - m_entries.begin());
}

void JobListModel::append(const JobEntry& entry) {
    beginInsertRows({}, rowCount(), rowCount());
    m_entries.append(entry);
    endInsertRows();
}

void JobListModel::remove(quint64 id) {
    const int row = rowOf(id);
    if (row < 0) {
        return;
    }
    beginRemoveRows({}, row, row);
    m_entries.removeAt(row);
    endRemoveRows();
}

void JobListModel::update(const JobEntry& entry) {
    const int row = rowOf(entry.id);
    if (row < 0) {
        return;
    }
    const bool sameState = std::exchange(m_entries[row], entry).state == entry.state;
    int to = row;
    if (!sameState) {
        const auto ahead = [&](const JobEntry& other) {
            return other.id != entry.id && (entry.hasEnded() ? other.hasEnded() : other.state != JobState::Waiting);
        };
        to = static_cast<int>(std::count_if(m_entries.begin(), m_entries.end(), ahead));
        moveRow(row, to);
    }
    Q_EMIT dataChanged(index(to), index(to));
}

} // namespace parley::ui
