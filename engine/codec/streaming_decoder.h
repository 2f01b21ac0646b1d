// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/profile.h"
#include "codec/codec.h"

#include <cstdint>
#include <span>
#include <stop_token>
#include <vector>

namespace parley::codec {

/// Turns codes into sound while they are still being made. What comes out depends on the codes alone, not on how they
/// were handed over, and equals a decode in one piece but for rounding.
class StreamingDecoder {
public:
    explicit StreamingDecoder(const Codec& codec, const backend::CodecWindows& windows = {})
        : m_codec(codec), m_windows(windows) {}

    /// Adds codes [frames, codebooks], row-major.
    void push(std::span<const std::int64_t> codes);

    /// Whether next() has a window.
    [[nodiscard]] bool isReady() const noexcept;
    /// Whether all that was pushed was handed out.
    [[nodiscard]] bool isDone() const noexcept { return m_done == frames(); }

    /// The next window's sound once its context is there, else nothing. Call until it returns nothing.
    [[nodiscard]] std::vector<float> next(const std::stop_token& stop);

    /// The next window's sound after the last push; nothing when all was handed out.
    [[nodiscard]] std::vector<float> drain(const std::stop_token& stop);

private:
    [[nodiscard]] std::int64_t frames() const noexcept;
    [[nodiscard]] std::vector<float> decodeTo(std::int64_t end, const std::stop_token& stop);

    [[nodiscard]] std::int64_t windowFrames() const noexcept;

    const Codec& m_codec;
    backend::CodecWindows m_windows;
    std::vector<std::int64_t> m_codes;
    std::int64_t m_done = 0; ///< frames handed out
};

} // namespace parley::codec
