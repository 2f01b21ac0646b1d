// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "store/take_shelf.h"

#include "store/take_files.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <algorithm>
#include <utility>

namespace parley::ui {

namespace {

constexpr qsizetype kMostRemovals = 20;

QString fileNameFor(const Take& take) {
    return QStringLiteral("take-%1-%2")
        .arg(take.made.toString(QStringLiteral("yyyyMMdd-hhmmss")))
        .arg(take.id & 0xFFFFFFFF, 8, 16, QLatin1Char('0'));
}

} // namespace

TakeShelf::TakeShelf(const QString& folder) : TakeShelf(QFileInfo(folder).absoluteFilePath(), openTakes(folder)) {}

TakeShelf::TakeShelf(const QString& folder, OpenedTakes opened)
    : m_folder(folder), m_lock(folder), m_records({std::move(opened.database), {}, opened.notice}) {
    QList<TakeId> leftOver;
    for (const TakeRow& row : std::as_const(opened.rows)) {
        TakeEntry& entry = m_entries[row.take.id];
        entry.row = row;
        entry.hasFile = !row.file.isEmpty() && QFile::exists(takeSoundPath(m_folder, row.file));
        if (row.removed) {
            leftOver += row.take.id;
        } else if (m_lock.wasAlone()) {
            recover(entry);
        }
        if (!entry.hasFile && !entry.sound && row.take.state != TakeState::Making && row.take.seconds > 0) {
            entry.soundProblem = QCoreApplication::translate("TakeLibrary", "Its sound file is gone.");
        }
    }
    if (m_lock.wasAlone()) {
        eraseAll(leftOver);
    } else { // they are another library's, which may still bring them back
        std::for_each(leftOver.begin(), leftOver.end(), [this](TakeId id) { m_entries.erase(id); });
    }
}

/// What was being made or saved when the program ended gets its sound from the part file.
void TakeShelf::recover(TakeEntry& entry) {
    Take& take = entry.row.take;
    const QString partPath = takePartPath(m_folder, entry.row.file);
    const bool wasMade = take.state == TakeState::Making;
    if (entry.row.file.isEmpty()) {
        take.seconds = 0;
    } else if (entry.hasFile) {
        QFile::remove(partPath); // the program ended between the two steps
    } else if (const std::optional<PartContent> part = readPart(partPath)) {
        take.seconds = soundSeconds(static_cast<double>(part->samples) / kSampleRate);
        if (part->samples > 0) {
            entry.sound = std::make_shared<SoundTrack>();
        } else {
            QFile::remove(partPath);
        }
    }
    if (wasMade) {
        take.state = TakeState::Unfinished;
        m_records.store(entry.row);
    }
}

TakeEntry* TakeShelf::find(TakeId id, bool removedToo) {
    const auto found = m_entries.find(id);
    return found == m_entries.end() || (found->second.row.removed && !removedToo) ? nullptr : &found->second;
}

const TakeEntry* TakeShelf::find(TakeId id) const {
    const auto found = m_entries.find(id);
    return found == m_entries.end() || found->second.row.removed ? nullptr : &found->second;
}

QList<Take> TakeShelf::takes() const {
    QList<Take> takes;
    for (const auto& [id, entry] : m_entries) {
        if (!entry.row.removed) {
            takes += shownTake(entry, m_folder);
        }
    }
    std::sort(takes.begin(), takes.end(),
              [](const Take& a, const Take& b) { return std::pair(a.made, a.id) > std::pair(b.made, b.id); });
    return takes;
}

TakeEntry& TakeShelf::create(const Recipe& recipe) {
    TakeRow row;
    row.take.made = QDateTime::currentDateTimeUtc();
    row.take.recipe = recipe;
    row.take.speed = takeSpeed(recipe.settings.speed);
    const auto isTaken = [&] {
        return m_entries.contains(row.take.id) || QFile::exists(takeSoundPath(m_folder, row.file)) ||
               QFile::exists(takePartPath(m_folder, row.file));
    };
    do {
        row.take.id = newTakeId(row.take.made);
        row.file = fileNameFor(row.take);
    } while (isTaken());
    TakeEntry& entry = m_entries[row.take.id];
    entry.row = row;
    entry.sound = std::make_shared<SoundTrack>();
    entry.part = std::make_unique<TakePart>(takePartPath(m_folder, row.file));
    entry.partIsWhole = entry.part->create(takeNotes(row));
    if (!entry.partIsWhole) {
        entry.part.reset(); // the sound is in memory until it is saved
    }
    store(entry);
    return entry;
}

QList<TakeId> TakeShelf::remove(const QList<TakeId>& ids) {
    QList<TakeId> gone;
    for (const TakeId id : ids) {
        if (TakeEntry* entry = find(id)) {
            entry->row.removed = true;
            store(*entry);
            gone += id;
        }
    }
    if (!gone.isEmpty()) {
        m_removals += gone;
    }
    if (m_removals.size() > kMostRemovals) {
        eraseAll(m_removals.takeFirst());
    }
    return gone;
}

QList<TakeId> TakeShelf::restore() {
    QList<TakeId> back;
    const QList<TakeId> last = m_removals.isEmpty() ? QList<TakeId>() : m_removals.takeLast();
    for (const TakeId id : last) {
        if (TakeEntry* entry = find(id, true)) {
            entry->row.removed = false;
            store(*entry);
            back += id;
        }
    }
    return back;
}

void TakeShelf::forgetRemoved() {
    m_removals.clear();
    QList<TakeId> ids;
    for (const auto& [id, entry] : m_entries) {
        if (entry.row.removed) {
            ids += id;
        }
    }
    eraseAll(ids);
}

void TakeShelf::eraseAll(const QList<TakeId>& ids) {
    for (const TakeId id : ids) {
        const TakeEntry* entry = find(id, true);
        if (entry == nullptr || entry->saving || entry->part) {
            continue;
        }
        if (!entry->row.file.isEmpty()) {
            QFile::remove(takeSoundPath(m_folder, entry->row.file));
            QFile::remove(takePartPath(m_folder, entry->row.file));
        }
        m_records.erase(id);
        m_entries.erase(id);
    }
}

} // namespace parley::ui
