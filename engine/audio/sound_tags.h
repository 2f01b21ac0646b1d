// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "parley/audio.h"

#include <sndfile.h>

#include <cstddef>
#include <string>
#include <vector>

namespace parley {

/// Longer recipes are neither written nor read: a stranger's file must not fill the memory.
inline constexpr std::size_t kMostRecipeBytes = std::size_t{4} << 20U;

/// Hands libsndfile, before the first sample, the notes that it keeps whole in this format (SF_FORMAT_…).
void setTags(SNDFILE* file, int format, const SoundNotes& notes);

/// Adds the others to the encoded file: libsndfile writes WAV files that can't be opened for chunks over 64 KiB, and
/// spoils every letter but English ones in ID3 tags.
void addTags(std::vector<std::byte>& file, int format, const SoundNotes& notes);

/// The recipe in an open file; empty if there is none, or one that is too long.
[[nodiscard]] std::string recipeIn(SNDFILE* file);

/// The recipe in an encoded file, whose bytes stay as they are. Throws std::bad_alloc.
[[nodiscard]] std::string recipeIn(std::vector<std::byte>& file);

} // namespace parley
