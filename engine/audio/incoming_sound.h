// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "parley/audio.h"

#include <cstddef>
#include <filesystem>
#include <span>
#include <string>
#include <vector>

namespace parley {

inline constexpr int kMinSourceRate = 1000;   // Hz
inline constexpr int kMaxSourceRate = 768000; // Hz
/// Ten minutes: ten times what the model can listen to, and small enough to keep in memory.
inline constexpr int kMaxSourceSeconds = 600;

/// Throws EngineError AudioUnreadable about one file.
[[noreturn]] void refuseSound(const std::filesystem::path& path, Phrase problem, Phrase remedy = {},
                              std::string detail = {});

/// Mono samples of a file as they arrive. What the file says about its length is never believed: samples are counted.
/// Throws EngineError AudioUnreadable: too long, not numbers, no sound.
class IncomingSound {
public:
    IncomingSound(std::filesystem::path path, int sampleRate);

    void append(std::span<const float> mono);

    /// The clip, which holds at least one sample. Ends the use of this object.
    [[nodiscard]] AudioClip take();

private:
    std::filesystem::path m_path;
    AudioClip m_clip;
    std::size_t m_maxSamples;
};

} // namespace parley
