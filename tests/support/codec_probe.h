// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/profile.h"

#include <cstdint>
#include <filesystem>
#include <vector>

namespace parley::test {

/// A codec in every way of working. codes are [frames, codebooks], row-major.
struct CodecProbe {
    std::filesystem::path path;
    bool isAccelerated = false; ///< as GPUs compute it, on the CPU

    [[nodiscard]] std::vector<std::int64_t> encodeInWindows(const std::vector<float>& sound,
                                                            const backend::CodecWindows& windows = {}) const;
    [[nodiscard]] std::vector<std::int64_t> encodeInOnePiece(const std::vector<float>& sound) const;
    [[nodiscard]] std::vector<float> decodeInOnePiece(const std::vector<std::int64_t>& codes) const;
    /// As a stream to which `framesAtATime` frames are handed over at a time.
    [[nodiscard]] std::vector<float> decodeAsStream(const std::vector<std::int64_t>& codes, std::int64_t framesAtATime,
                                                    const backend::CodecWindows& windows = {}) const;
    /// Frames to either side of others that a window also takes.
    [[nodiscard]] std::int64_t contextFrames() const;
};

} // namespace parley::test
