// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "parley/error.h"
#include "store/sound_track.h"
#include "store/voice_files.h"

#include <QCache>
#include <QHash>
#include <QObject>
#include <QSet>
#include <QThreadPool>
#include <span>

namespace parley::ui {

/// SHA-256 of the samples as little-endian float32, in hex.
[[nodiscard]] QByteArray voiceHash(std::span<const float> samples);

/// What reading a voice's sound file brought.
struct VoiceSound {
    SoundTrackPtr track; ///< null: see error
    double seconds = 0;
    QByteArray hash;
    QList<float> shape;
    Error error;
};

/// Any thread; as slow as reading the file.
[[nodiscard]] VoiceSound readVoiceSound(const QString& path);

/// Reads the sound files of voices, one at a time in the background, and keeps what it found out: the facts for good,
/// the sounds as far as there is room. GUI thread.
class VoiceSounds : public QObject {
    Q_OBJECT

public:
    explicit VoiceSounds(QObject* parent = nullptr);
    VoiceSounds(const VoiceSounds&) = delete;
    VoiceSounds& operator=(const VoiceSounds&) = delete;
    /// Waits for the file that is being read.
    ~VoiceSounds() override;

    /// Completes the voice if its sound was read; has it read if not. True if it is complete.
    [[nodiscard]] bool complete(ListedVoice& listed);
    /// Null if it has to be read first; then wasRead() comes.
    [[nodiscard]] SoundTrackPtr track(const ListedVoice& listed);
    /// Forgets all other files.
    void keepOnly(const QSet<QString>& stamps);

Q_SIGNALS:
    void wasRead();

private:
    void read(const ListedVoice& listed);

    QHash<QString, VoiceSound> m_facts; ///< by stamp; their tracks are in m_tracks
    QCache<QString, SoundTrackPtr> m_tracks;
    QSet<QString> m_reading;
    QThreadPool m_reader; ///< one thread
};

} // namespace parley::ui
