// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "parley/audio.h"
#include "parley/audio_stream.h"

#include <filesystem>
#include <string>
#include <variant>

namespace parley {

/// libsndfile could not open it, in libsndfile's words.
struct UnknownFormat {
    std::string reason;
};

/// Any file that libsndfile reads (WAV, FLAC, Ogg, Opus, MP3, AIFF, CAF, AU, …) as mono (mean of the channels) at its
/// own rate. The format is told by the content, not by the file name.
/// Throws EngineError AudioUnreadable: missing, not a file, empty, damaged, out of the limits of IncomingSound.
/// Any thread.
[[nodiscard]] std::variant<AudioClip, UnknownFormat> readSoundFile(const std::filesystem::path& path);

/// Hands over a file at kSampleRate as streamAudio() says. False, before the first sample, if it is none of
/// libsndfile's or has another rate. Throws EngineError AudioUnreadable as readSoundFile(). Any thread.
[[nodiscard]] bool streamSoundFile(const std::filesystem::path& path, const UseSamples& use);

/// The recipe in its notes; empty if it has none. Reads no samples.
/// Throws EngineError AudioUnreadable: missing, not a file, empty, not a sound file of libsndfile's. Any thread.
[[nodiscard]] std::string readSoundRecipe(const std::filesystem::path& path);

} // namespace parley
