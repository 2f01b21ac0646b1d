// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "parley/error.h"
#include "store/sound_track.h"
#include "store/voice_text.h"

#include <QList>
#include <QObject>
#include <QString>
#include <optional>

namespace parley::ui {

class VoiceLibrary;

/// A sound that wants to become a voice.
struct NewSound {
    SoundTrackPtr track;
    VoiceText text; ///< as far as it is known
    QString notice; ///< what to say about it; may be empty
};

/// Sorts what people bring: pairs go to the library, lone sounds are read in the background and wait in a row to be
/// edited. GUI thread.
class VoiceIntake : public QObject {
    Q_OBJECT

public:
    explicit VoiceIntake(VoiceLibrary& library, QObject* parent = nullptr);

    /// A sound, a video, a text beside its sound, or a folder of pairs.
    void addPath(const QString& path);
    /// Asks for an edit of a sound that is in memory. Nothing happens without a sample in it.
    void addSound(SoundTrackPtr track, const VoiceText& text, const QString& notice = {});
    [[nodiscard]] std::optional<NewSound> takeNext();

Q_SIGNALS:
    void readingStarted(const QString& fileName);
    /// takeNext() has something.
    void soundWaits();
    void refused(const parley::Error& error);

private:
    VoiceLibrary& m_library;
    QList<NewSound> m_waiting;
};

} // namespace parley::ui
