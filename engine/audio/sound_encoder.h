// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "audio/libsndfile.h"
#include "audio/memory_file.h"
#include "parley/audio.h"

#include <cstddef>
#include <span>
#include <string>
#include <vector>

namespace parley {

/// A file format and what is in it, as libsndfile numbers them.
struct SoundEncoding {
    std::string name; ///< for messages
    int format = 0;   ///< SF_FORMAT_…
};

/// The whole sound file in memory, so that a full disk can't be missed by a library that writes behind our back.
/// `notes` go where the format keeps them, as far as it does: recipeIn() of the outcome tells.
/// Mono samples; beyond [-1, 1] they are clipped, except in a float format.
/// Throws EngineError FileUnwritable (about `subject`: no such encoder, not at this rate, samples that are not
/// numbers) and std::bad_alloc. Any thread.
[[nodiscard]] std::vector<std::byte> encodeSound(std::span<const float> samples, int sampleRate,
                                                 const SoundEncoding& encoding, const std::filesystem::path& subject,
                                                 const SoundNotes& notes = {});

/// Opens the encoder alone, for mono sound that goes into `memory` by writeSamples(); closing it writes the rest.
/// Throws as encodeSound() does.
[[nodiscard]] SndFile openEncoder(MemoryFile& memory, int sampleRate, const SoundEncoding& encoding,
                                  const std::filesystem::path& subject);

/// Throws as encodeSound() does.
void writeSamples(SNDFILE* file, const MemoryFile& memory, std::span<const float> samples,
                  const SoundEncoding& encoding, const std::filesystem::path& subject);

/// Throws as encodeSound() does when this build of libsndfile lacks the encoder.
void checkEncoder(int sampleRate, const SoundEncoding& encoding, const std::filesystem::path& subject);

} // namespace parley
