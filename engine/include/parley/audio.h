// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "parley/error.h"

#include <array>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace parley {

/// The one rate at which the model listens and speaks, in Hz.
inline constexpr int kSampleRate = 44100;

/// Mono sound; samples in [-1, 1].
struct AudioClip {
    std::vector<float> samples;
    int sampleRate = kSampleRate; ///< Hz

    [[nodiscard]] double seconds() const noexcept {
        return static_cast<double>(samples.size()) / static_cast<double>(sampleRate);
    }
};

enum class SampleFormat { Pcm16, Pcm24, Float32 };

/// What files that readAudio() may be able to read are called, without the dot. Of several files that differ in nothing
/// else, the one whose extension comes first is meant.
inline constexpr std::array<std::string_view, 21> kSoundExtensions = {
    "wav", "flac", "ogg",  "oga", "opus", "mp3", "aiff", "aif", "aifc", "caf", "au",
    "snd", "w64",  "rf64", "m4a", "aac",  "mp4", "mov",  "mkv", "webm", "wma"};

/// Reads a sound file of any rate and channel count as mono at kSampleRate (mean of the channels, soxr resampling).
/// What libsndfile can't read goes through an `ffmpeg` command when the machine has one.
/// Errors: AudioUnreadable. Any thread.
[[nodiscard]] Result<AudioClip> readAudio(const std::filesystem::path& path);

/// Checks, without writing anything, that writeAudio() knows the file name's extension and may create a file there.
/// Errors: OptionInvalid, FileUnwritable. Any thread.
[[nodiscard]] Result<std::monostate> checkAudioTarget(const std::filesystem::path& path);

/// Writes a sound file; the extension chooses the format: wav, flac, ogg (Vorbis), opus (at 48 kHz), mp3.
/// The file appears under its name only when it is whole. `format` counts for wav and flac (flac: 16 or 24 bit).
/// Errors: OptionInvalid (extension), FileUnwritable, DiskFull. Any thread.
[[nodiscard]] Result<std::monostate> writeAudio(const std::filesystem::path& path, const AudioClip& clip,
                                                SampleFormat format = SampleFormat::Pcm16);

/// What a sound file can say about itself.
struct SoundNotes {
    std::string title;  ///< what players show; may be empty
    std::string recipe; ///< one JSON object in UTF-8, up to 4 MiB: how to make the sound again; may be empty
};

/// What became of the notes in a file that was written.
struct NotesOutcome {
    bool recipeKept = true; ///< false: the format can't hold a recipe of this length, and the file has none
};

/// writeAudio() with notes inside: in WAV a chunk "PrLy" of its own, in FLAC, Vorbis and Opus the comment tag, in MP3
/// an ID3 tag. The recipe is read back and compared before the file gets its name.
/// Errors: as above. Any thread.
[[nodiscard]] Result<NotesOutcome> writeAudio(const std::filesystem::path& path, const AudioClip& clip,
                                              SampleFormat format, const SoundNotes& notes);

/// The recipe that a sound file carries; empty if it has none that this program could have written.
/// Errors: AudioUnreadable. Any thread.
[[nodiscard]] Result<std::string> readRecipe(const std::filesystem::path& path);

/// Changes the tempo without changing the pitch (SoundTouch). speed 2.0 takes half the time; allowed 0.5 to 2.0.
/// speed 1.0 returns the clip unchanged, to the bit.
[[nodiscard]] AudioClip changeTempo(const AudioClip& clip, double speed);

} // namespace parley
