// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "parley/audio.h"
#include "parley/error.h"
#include "store/sound_track.h"
#include "store/voice.h"
#include "store/voice_files.h"
#include "store/voice_sounds.h"
#include "store/voice_trash.h"

#include <QFileSystemWatcher>
#include <QList>
#include <QObject>
#include <QSet>
#include <QThreadPool>
#include <QTimer>
#include <atomic>
#include <memory>
#include <optional>

namespace parley::ui {

/// The voices of one folder, which other programs may change at any time. What takes time happens on other threads, in
/// order; what came of it is told by signals. GUI thread.
class VoiceLibrary : public QObject {
    Q_OBJECT

public:
    explicit VoiceLibrary(const QString& folder, QObject* parent = nullptr);
    VoiceLibrary(const VoiceLibrary&) = delete;
    VoiceLibrary& operator=(const VoiceLibrary&) = delete;
    /// Waits for what is being written; deleted voices are gone from now on.
    ~VoiceLibrary() override;

    [[nodiscard]] QString folder() const { return m_folder; }
    /// Another folder from now on; the voices of the old one stay there.
    void setFolder(const QString& folder);

    /// False until the folder was looked at for the first time; changed() tells when.
    [[nodiscard]] bool isReady() const noexcept { return m_ready; }
    [[nodiscard]] QList<Voice> voices() const; ///< by name
    [[nodiscard]] std::optional<Voice> voice(const QString& id) const;
    /// Only voices whose sound was read: ask again after changed().
    [[nodiscard]] std::optional<Voice> findByHash(const QByteArray& hash) const;
    /// Null if it can't be read, and while it is being read: ask again after changed().
    [[nodiscard]] SoundTrackPtr sound(const QString& id);

    /// A new voice; added() tells its id. An empty name becomes "Voice".
    void add(const AudioClip& clip, const QString& name, const QString& transcript, const QString& speaker1,
             const QString& speaker2);
    /// "Keep this voice": a take with what is said in it.
    void addFromTake(const AudioClip& clip, const QString& transcript);
    void update(const QString& id, const QString& name, const QString& transcript, const QString& speaker1,
                const QString& speaker2);
    void remove(const QString& id);
    [[nodiscard]] bool canUndoRemove() const;
    void undoRemove();

    /// Copies every pair of a sound and a text of the same name; what is there already is passed over.
    void importFolder(const QString& path);
    /// A sound that has its text beside it, or such a text; a folder works, too.
    void importFile(const QString& path);

Q_SIGNALS:
    void changed();
    /// A new voice is there, with its length and its hash.
    void added(const QString& id);
    /// What update() was told is on the disk.
    void updated(const QString& id);
    void problem(const parley::Error& error);

private:
    void refresh();
    void takeListing(QList<ListedVoice> listing);
    void completeVoices();
    void announce();
    void watch();
    [[nodiscard]] const ListedVoice* find(const QString& id) const;

    QString m_folder;
    QList<ListedVoice> m_voices;
    quint64 m_listing = 0; ///< number of the newest listing; older ones are out of date
    bool m_ready = false;
    QSet<QString> m_expected; ///< ids to be announced by added()
    VoiceSounds m_sounds;
    std::unique_ptr<VoiceTrash> m_trash;
    QFileSystemWatcher m_watcher;
    QTimer m_refreshSoon; ///< other programs change files several times in a row
    std::atomic_bool m_stop = false;
    QThreadPool m_files; ///< one thread, so that writing and listing keep their order
};

} // namespace parley::ui
