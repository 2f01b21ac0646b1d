// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "parley/audio.h"
#include "parley/error.h"
#include "store/sound_track.h"

#include <QString>
#include <memory>
#include <optional>

namespace parley::ui {

// The long work on a take's sound, for worker threads. Nothing here throws.

/// A take's sound on its way into a sound file.
struct TakeSaving {
    std::shared_ptr<SoundTrack> sound;
    bool fromPart = false; ///< `sound` is empty and complete once the part file is read into it
    QString partPath;      ///< deleted once the sound file is whole
    QString soundPath;
    SoundNotes notes;
};

/// Writes a 32-bit float WAV file with the notes inside. Errors: AudioUnreadable (the part file), FileUnwritable,
/// DiskFull, OutOfMemory.
[[nodiscard]] std::optional<Error> saveTakeSound(const TakeSaving& saving);

/// Reads a sound file into an empty track, which grows meanwhile and is complete afterwards in any case, with what
/// could be read. Errors: AudioUnreadable, OutOfMemory.
[[nodiscard]] std::optional<Error> loadTakeSound(const std::shared_ptr<SoundTrack>& sound, const QString& path);

} // namespace parley::ui
