// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "store/take_library_impl.h"

#include "bridge/error_text.h"
#include "store/take_files.h"
#include "store/take_sound.h"
#include "store/voice_worker.h"

#include <QFile>
#include <QtConcurrent>
#include <utility>

namespace parley::ui {

TakeLibrary::Impl::Impl(TakeLibrary* library, const QString& folder)
    : m_library(library), m_shelf(folder), m_notice(m_shelf.notice()) {
    m_workers.setMaxThreadCount(2); // a sound that is wanted shall not wait for one that is saved
    for (auto& [id, entry] : m_shelf.entries()) {
        if (entry.sound) {
            save(entry, true);
        }
    }
}

TakeLibrary::Impl::~Impl() {
    for (auto& [id, entry] : m_shelf.entries()) {
        if (entry.saving) {
            entry.saving->waitForFinished();
            noteSaved(entry, entry.saving->result());
        }
        entry.part.reset();
    }
    m_workers.waitForDone();
    m_shelf.forgetRemoved();
}

void TakeLibrary::Impl::tellNotice() {
    if (m_notice != m_shelf.notice()) {
        m_notice = m_shelf.notice();
        Q_EMIT m_library->noticeChanged(m_notice);
    }
}

void TakeLibrary::Impl::tellChanged(const TakeEntry& entry) {
    if (!entry.row.removed) {
        Q_EMIT m_library->changed(entry.row.take.id);
    }
    tellNotice();
}

void TakeLibrary::Impl::append(TakeId id, std::span<const float> samples) {
    TakeEntry* entry = m_shelf.find(id, true);
    if (entry == nullptr || entry->row.take.state != TakeState::Making || !entry->sound) {
        return;
    }
    entry->sound->append(samples);
    entry->row.take.seconds = entry->sound->seconds();
    if (entry->part) {
        entry->part->append(samples);
        entry->partIsWhole = entry->part->isWhole();
    }
    tellChanged(*entry);
}

void TakeLibrary::Impl::finish(TakeEntry& entry, const Take& asFinished) {
    entry.row.take = asFinished;
    entry.sound->setComplete();
    entry.part.reset();
    if (entry.sound->size() > 0) {
        save(entry, false);
    } else {
        QFile::remove(takePartPath(m_shelf.folder(), entry.row.file));
        entry.sound.reset();
    }
    m_shelf.store(entry);
    tellChanged(entry);
}

void TakeLibrary::Impl::save(TakeEntry& entry, bool fromPart) {
    const QString& folder = m_shelf.folder();
    const TakeSaving saving{entry.sound,
                            fromPart,
                            takePartPath(folder, entry.row.file),
                            takeSoundPath(folder, entry.row.file),
                            {takeTitle(entry.row.take).toStdString(), takeNotes(entry.row).toStdString()}};
    entry.saving = QtConcurrent::run(&m_workers, saveTakeSound, saving);
    whenDone(m_library, *entry.saving,
             [this, id = entry.row.take.id](const std::optional<Error>& failure) { saved(id, failure); });
}

void TakeLibrary::Impl::noteSaved(TakeEntry& entry, const std::optional<Error>& failure) {
    entry.saving.reset();
    entry.isUnsaved = failure.has_value();
    entry.hasFile = !failure;
    entry.row.take.seconds = entry.sound->seconds();
    if (!failure) {
        entry.loaded = entry.sound; // from now on it is kept as long as somebody uses it
        entry.sound.reset();
    }
    m_shelf.store(entry);
}

void TakeLibrary::Impl::saved(TakeId id, const std::optional<Error>& failure) {
    TakeEntry* entry = m_shelf.find(id, true);
    if (entry == nullptr || !entry->saving) {
        return;
    }
    noteSaved(*entry, failure);
    tellChanged(*entry);
    if (failure) {
        Q_EMIT m_library->soundNotSaved(id, *failure);
    }
}

SoundTrackPtr TakeLibrary::Impl::load(TakeId id, TakeEntry& entry) {
    const QString path = takeSoundPath(m_shelf.folder(), entry.row.file);
    if (entry.hasFile && QFile::exists(path)) {
        const auto track = std::make_shared<SoundTrack>();
        entry.loaded = track;
        whenDone(m_library, QtConcurrent::run(&m_workers, loadTakeSound, track, path),
                 [this, id](const std::optional<Error>& failure) { loaded(id, failure); });
        return track;
    }
    if (std::exchange(entry.hasFile, false)) {
        entry.soundProblem = TakeLibrary::tr("Its sound file is gone.");
        tellChanged(entry);
    }
    return nullptr;
}

void TakeLibrary::Impl::loaded(TakeId id, const std::optional<Error>& failure) {
    TakeEntry* entry = m_shelf.find(id, true);
    if (entry == nullptr) {
        return;
    }
    entry->soundProblem =
        failure ? TakeLibrary::tr("Its sound file can't be read. %1").arg(errorDetails(*failure)) : QString();
    const SoundTrackPtr track = entry->loaded.lock();
    if (track && !failure && entry->row.take.seconds != track->seconds()) {
        entry->row.take.seconds = track->seconds(); // somebody edited the file, or the list was rebuilt
        m_shelf.store(*entry);
    }
    tellChanged(*entry);
}

void TakeLibrary::Impl::edit(TakeId id, const std::function<void(Take&)>& change) {
    if (TakeEntry* entry = m_shelf.find(id)) {
        change(entry->row.take);
        m_shelf.store(*entry);
        tellChanged(*entry);
    }
}

} // namespace parley::ui
