// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "store/take_library.h"

#include "store/take_files.h"
#include "store/take_library_impl.h"

#include <algorithm>
#include <utility>

namespace parley::ui {

TakeLibrary::TakeLibrary(const QString& folder, QObject* parent)
    : QObject(parent), m_impl(std::make_unique<Impl>(this, folder)) {}

TakeLibrary::~TakeLibrary() = default;

QString TakeLibrary::notice() const {
    return m_impl->shelf().notice();
}

QList<Take> TakeLibrary::takes() const {
    return m_impl->shelf().takes();
}

std::optional<Take> TakeLibrary::take(TakeId id) const {
    const TakeEntry* entry = m_impl->shelf().find(id);
    return entry != nullptr ? std::optional(shownTake(*entry, m_impl->shelf().folder())) : std::nullopt;
}

SoundTrackPtr TakeLibrary::sound(TakeId id) {
    TakeEntry* entry = m_impl->shelf().find(id);
    if (entry == nullptr) {
        return nullptr;
    }
    if (entry->sound) {
        return entry->sound;
    }
    const SoundTrackPtr loaded = entry->loaded.lock();
    return loaded ? loaded : m_impl->load(id, *entry);
}

TakeId TakeLibrary::begin(const Recipe& recipe) {
    const TakeId id = m_impl->shelf().create(recipe).row.take.id;
    Q_EMIT added(id);
    m_impl->tellNotice();
    return id;
}

void TakeLibrary::append(TakeId id, std::span<const float> samples) {
    m_impl->append(id, samples);
}

void TakeLibrary::finish(TakeId id, TakeState state, const Recipe& asMade, qint64 steps, const QString& problem) {
    TakeEntry* entry = m_impl->shelf().find(id, true);
    if (entry == nullptr || entry->row.take.state != TakeState::Making || !entry->sound) {
        return;
    }
    Take take = entry->row.take;
    take.state = state == TakeState::Making ? TakeState::Unfinished : state;
    take.recipe = asMade;
    take.steps = steps;
    take.problem = problem;
    m_impl->finish(*entry, take);
}

void TakeLibrary::setStarred(TakeId id, bool starred) {
    m_impl->edit(id, [starred](Take& take) { take.starred = starred; });
}

void TakeLibrary::setName(TakeId id, const QString& name) {
    m_impl->edit(id, [&name](Take& take) { take.name = name.simplified(); });
}

void TakeLibrary::setNote(TakeId id, const QString& note) {
    m_impl->edit(id, [&note](Take& take) { take.note = note; });
}

void TakeLibrary::setSpeed(TakeId id, double speed) {
    m_impl->edit(id, [speed](Take& take) { take.speed = takeSpeed(speed); });
}

void TakeLibrary::remove(const QList<TakeId>& ids) {
    const QList<TakeId> gone = m_impl->shelf().remove(ids);
    for (const TakeId id : gone) {
        Q_EMIT removed(id);
    }
    m_impl->tellNotice();
}

bool TakeLibrary::canUndoRemove() const {
    return m_impl->shelf().canRestore();
}

void TakeLibrary::undoRemove() {
    const QList<TakeId> back = m_impl->shelf().restore();
    for (const TakeId id : back) {
        Q_EMIT added(id);
    }
    m_impl->tellNotice();
}

void TakeLibrary::forgetRemoved() {
    m_impl->shelf().forgetRemoved();
}

bool TakeLibrary::hasUnsavedSound(TakeId id) const {
    const TakeEntry* entry = m_impl->shelf().find(id);
    return entry != nullptr && entry->isUnsaved;
}

void TakeLibrary::retrySave(TakeId id) {
    TakeEntry* entry = m_impl->shelf().find(id);
    if (entry != nullptr && entry->isUnsaved && !entry->saving) {
        m_impl->save(*entry, false);
    }
}

QList<TakeId> TakeLibrary::takesAtRisk() const {
    QList<TakeId> ids;
    for (const auto& [id, entry] : m_impl->shelf().entries()) {
        if (!entry.row.removed && isAtRisk(entry)) {
            ids += id;
        }
    }
    return ids;
}

bool TakeLibrary::isSaving() const {
    const auto& entries = m_impl->shelf().entries();
    return std::any_of(entries.begin(), entries.end(),
                       [](const auto& known) { return !known.second.row.removed && known.second.saving.has_value(); });
}

} // namespace parley::ui
