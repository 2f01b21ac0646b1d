// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "parley/audio.h"

#include <chrono>
#include <filesystem>
#include <string>

namespace parley {

/// Reads a file of a format that libsndfile refused (`reason`, in its words) through the ffmpeg command on PATH, as
/// mono at kSampleRate. Throws EngineError AudioUnreadable: no ffmpeg, ffmpeg can't either, too long, no sound. Any
/// thread.
[[nodiscard]] AudioClip readWithFfmpeg(const std::filesystem::path& path, const std::string& reason,
                                       std::chrono::milliseconds timeLimit = std::chrono::minutes(2));

} // namespace parley
