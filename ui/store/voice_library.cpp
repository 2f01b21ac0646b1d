// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "store/voice_library.h"

#include "store/voice_import.h"
#include "store/voice_worker.h"

#include <QDir>
#include <QFileInfo>
#include <QtConcurrent>
#include <algorithm>
#include <utility>

namespace parley::ui {

namespace {

constexpr int kRefreshDelayMs = 150;

} // namespace

VoiceLibrary::VoiceLibrary(const QString& folder, QObject* parent) : QObject(parent) {
    m_files.setMaxThreadCount(1);
    m_refreshSoon.setSingleShot(true);
    m_refreshSoon.setInterval(kRefreshDelayMs);
    connect(&m_refreshSoon, &QTimer::timeout, this, &VoiceLibrary::refresh);
    connect(&m_watcher, &QFileSystemWatcher::directoryChanged, this, [this] { m_refreshSoon.start(); });
    connect(&m_watcher, &QFileSystemWatcher::fileChanged, this, [this] { m_refreshSoon.start(); });
    connect(&m_sounds, &VoiceSounds::wasRead, this, &VoiceLibrary::completeVoices);
    setFolder(folder);
}

VoiceLibrary::~VoiceLibrary() {
    m_stop = true;
    m_files.waitForDone();
}

void VoiceLibrary::setFolder(const QString& folder) {
    m_folder = QDir(folder).absolutePath();
    m_trash = std::make_unique<VoiceTrash>(m_folder);
    m_expected.clear();
    m_ready = false;
    refresh();
}

QList<Voice> VoiceLibrary::voices() const {
    QList<Voice> voices;
    for (const ListedVoice& listed : m_voices) {
        voices += listed.voice;
    }
    return voices;
}

std::optional<Voice> VoiceLibrary::voice(const QString& id) const {
    const ListedVoice* listed = find(id);
    return listed != nullptr ? std::optional(listed->voice) : std::nullopt;
}

std::optional<Voice> VoiceLibrary::findByHash(const QByteArray& hash) const {
    const auto same = [&](const ListedVoice& listed) { return !hash.isEmpty() && listed.voice.hash == hash; };
    const auto found = std::find_if(m_voices.begin(), m_voices.end(), same);
    return found != m_voices.end() ? std::optional(found->voice) : std::nullopt;
}

SoundTrackPtr VoiceLibrary::sound(const QString& id) {
    const ListedVoice* listed = find(id);
    return listed != nullptr ? m_sounds.track(*listed) : nullptr;
}

void VoiceLibrary::add(const AudioClip& clip, const QString& name, const QString& transcript, const QString& speaker1,
                       const QString& speaker2) {
    const QString title = name.simplified().isEmpty() ? tr("Voice") : name.simplified();
    const VoiceText text{title, transcript, speaker1, speaker2};
    const auto expect = [this](const Result<QString>& id) {
        if (!id.ok()) {
            Q_EMIT problem(id.error());
            return;
        }
        m_expected.insert(id.value());
        refresh();
    };
    whenDone(this, QtConcurrent::run(&m_files, saveVoice, m_folder, clip, text), expect);
}

void VoiceLibrary::addFromTake(const AudioClip& clip, const QString& transcript) {
    add(clip, {}, transcript, {}, {});
}

void VoiceLibrary::update(const QString& id, const QString& name, const QString& transcript, const QString& speaker1,
                          const QString& speaker2) {
    if (find(id) == nullptr) {
        return;
    }
    const VoiceText text{name.simplified(), transcript, speaker1, speaker2};
    const auto finish = [this, id](const Result<std::monostate>& written) {
        if (written.ok()) {
            Q_EMIT updated(id);
        } else {
            Q_EMIT problem(written.error());
        }
        refresh();
    };
    whenDone(this, QtConcurrent::run(&m_files, saveVoiceText, m_folder, id, text), finish);
}

void VoiceLibrary::remove(const QString& id) {
    if (find(id) == nullptr) {
        return;
    }
    if (const auto removed = m_trash->put(id); !removed.ok()) {
        Q_EMIT problem(removed.error());
        return;
    }
    m_voices.removeIf([&](const ListedVoice& listed) { return listed.voice.id == id; });
    Q_EMIT changed();
    refresh();
}

bool VoiceLibrary::canUndoRemove() const {
    return !m_trash->isEmpty();
}

void VoiceLibrary::undoRemove() {
    if (!canUndoRemove()) {
        return;
    }
    const Result<QString> restored = m_trash->restore();
    if (!restored.ok()) {
        Q_EMIT problem(restored.error());
        return;
    }
    m_expected.insert(restored.value());
    refresh();
}

void VoiceLibrary::importFolder(const QString& path) {
    importFile(path);
}

void VoiceLibrary::importFile(const QString& path) {
    VoiceImport import{m_folder, path, {}};
    for (const ListedVoice& listed : std::as_const(m_voices)) {
        import.known.insert(listed.voice.hash);
    }
    const auto finish = [this](const VoiceImportReport& report) {
        for (const QString& id : report.ids) {
            m_expected.insert(id);
        }
        for (const Error& error : report.problems) {
            Q_EMIT problem(error);
        }
        refresh();
    };
    const auto work = [import, &stop = m_stop] { return importVoices(import, stop); };
    whenDone(this, QtConcurrent::run(&m_files, work), finish);
}

void VoiceLibrary::refresh() {
    const auto take = [this, number = ++m_listing](const QList<ListedVoice>& listing) {
        if (number == m_listing) {
            takeListing(listing);
        }
    };
    whenDone(this, QtConcurrent::run(&m_files, listVoices, m_folder), take);
}

void VoiceLibrary::takeListing(QList<ListedVoice> listing) {
    QSet<QString> stamps;
    for (ListedVoice& listed : listing) {
        stamps.insert(listed.stamp);
        static_cast<void>(m_sounds.complete(listed));
    }
    m_sounds.keepOnly(stamps);
    const bool same = std::equal(listing.begin(), listing.end(), m_voices.begin(), m_voices.end(),
                                 [](const auto& a, const auto& b) { return a.stamp == b.stamp && a.voice == b.voice; });
    m_voices = std::move(listing);
    watch();
    if (!std::exchange(m_ready, true) || !same) {
        Q_EMIT changed();
    }
    announce();
}

void VoiceLibrary::completeVoices() {
    for (ListedVoice& listed : m_voices) {
        static_cast<void>(m_sounds.complete(listed));
    }
    Q_EMIT changed();
    announce();
}

/// Voices whose sound can't be read are announced, too: they show what is wrong with them.
void VoiceLibrary::announce() {
    QStringList ready; // whoever hears of one may change m_voices
    for (ListedVoice& listed : m_voices) {
        if (m_expected.contains(listed.voice.id) && m_sounds.complete(listed)) {
            ready += listed.voice.id;
        }
    }
    for (const QString& id : std::as_const(ready)) {
        m_expected.remove(id);
        Q_EMIT added(id);
    }
}

void VoiceLibrary::watch() {
    QStringList paths = QFileInfo(m_folder).isDir() ? QStringList{m_folder} : QStringList{};
    for (const ListedVoice& listed : std::as_const(m_voices)) {
        paths += listed.files;
    }
    const QStringList before = m_watcher.files() + m_watcher.directories();
    for (const QString& path : before) {
        if (!paths.removeOne(path)) {
            m_watcher.removePath(path);
        }
    }
    if (!paths.isEmpty()) {
        m_watcher.addPaths(paths);
    }
}

const ListedVoice* VoiceLibrary::find(const QString& id) const {
    const auto found = std::find_if(m_voices.begin(), m_voices.end(),
                                    [&](const ListedVoice& listed) { return listed.voice.id == id; });
    return found != m_voices.end() ? &*found : nullptr;
}

} // namespace parley::ui
