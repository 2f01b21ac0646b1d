// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "parley/error.h"

#include <filesystem>
#include <functional>
#include <span>

namespace parley {

/// Mono samples at kSampleRate, there for the length of the call. False ends the reading.
using UseSamples = std::function<bool(std::span<const float>)>;

/// Reads a sound of this program's own making, which may be longer than readAudio() allows, piece by piece. A file at
/// kSampleRate may hold a sample for each of its bytes, or ten minutes if that is more, so that a small file never asks
/// for much memory, whatever it says about its length. Other files are read as by readAudio(), in one piece.
/// Errors: AudioUnreadable, after the pieces that could be read. Any thread.
[[nodiscard]] Result<std::monostate> streamAudio(const std::filesystem::path& path, const UseSamples& use);

} // namespace parley
