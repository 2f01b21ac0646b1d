// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "parley/audio.h"

#include <filesystem>

namespace parley {

/// Saves a clip in the format of the extension (wav, flac, ogg, opus, mp3; any case), whole or not at all.
/// Notes that the format can't hold whole are left out.
/// `format` counts for wav and flac, where Float32 becomes Pcm24.
/// Throws EngineError: OptionInvalid (extension, sample rate), FileUnwritable, DiskFull; std::bad_alloc. Any thread.
NotesOutcome writeSoundFile(const std::filesystem::path& path, const AudioClip& clip, SampleFormat format,
                            const SoundNotes& notes);

/// The checks of writeSoundFile() that need no clip. Throws as it does; writes nothing.
void checkSoundTarget(const std::filesystem::path& path);

} // namespace parley
