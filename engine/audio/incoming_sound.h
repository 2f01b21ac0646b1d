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

/// Looks at the mono samples of a file as they arrive. What the file says about its length is never believed: samples
/// are counted. Throws EngineError AudioUnreadable: no rate that can be read, too long, not numbers.
class SoundCheck {
public:
    /// At most kMaxSourceSeconds, above 192 kHz less, or else `orSamples`, whichever is more.
    SoundCheck(std::filesystem::path path, int sampleRate, std::size_t orSamples = 0);

    void check(std::span<const float> mono);

    [[nodiscard]] const std::filesystem::path& path() const noexcept { return m_path; }
    [[nodiscard]] bool isEmpty() const noexcept { return m_count == 0; }

private:
    std::filesystem::path m_path;
    int m_sampleRate;
    std::size_t m_maxSamples;
    std::size_t m_count = 0;
};

/// Keeps the samples of a file that SoundCheck lets pass.
class IncomingSound {
public:
    IncomingSound(std::filesystem::path path, int sampleRate);

    void append(std::span<const float> mono);

    /// The clip, which holds at least one sample: else throws AudioUnreadable. Ends the use of this object.
    [[nodiscard]] AudioClip take();

private:
    SoundCheck m_check;
    AudioClip m_clip;
};

} // namespace parley
