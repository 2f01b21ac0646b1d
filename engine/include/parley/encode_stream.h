// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "parley/audio.h"

#include <cstddef>
#include <memory>
#include <span>
#include <vector>

namespace parley {

/// Formats whose beginning can be sent before the end is known.
enum class StreamFormat {
    Wav,  ///< 16 bits, at kSampleRate; its header says that the length is unknown
    Flac, ///< 16 bits, at kSampleRate
    Mp3,  ///< at kSampleRate, 128 kbit/s
    Opus, ///< in Ogg, at 48 kHz
    Pcm,  ///< 16 bits, little-endian, at 24 kHz, no header
};

/// Encodes mono sound at kSampleRate while it is made. What put() and finish() return, in order, is the file. One
/// thread at a time. All throw EngineError FileUnwritable (no such encoder here; samples that are not numbers),
/// Internal (soxr), and std::bad_alloc.
class EncodeStream {
public:
    explicit EncodeStream(StreamFormat format);
    EncodeStream(const EncodeStream&) = delete;
    EncodeStream& operator=(const EncodeStream&) = delete;
    ~EncodeStream();

    [[nodiscard]] std::vector<std::byte> put(std::span<const float> samples);
    /// Nothing may follow.
    [[nodiscard]] std::vector<std::byte> finish();

private:
    class Impl;
    std::unique_ptr<Impl> m_impl;
};

} // namespace parley
