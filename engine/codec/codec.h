// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "checkpoint/dac_layout.h"

#include <cstdint>
#include <span>
#include <stop_token>
#include <vector>

namespace parley::codec {

/// Sound to codes and back, on any device. One thread at a time. Everything throws EngineError (Cancelled).
class Codec {
public:
    Codec() = default;
    virtual ~Codec() = default;
    Codec(const Codec&) = delete;
    Codec& operator=(const Codec&) = delete;

    [[nodiscard]] virtual const checkpoint::DacConfig& config() const noexcept = 0;

    /// Frames to either side of others that decide their sound, too.
    [[nodiscard]] virtual std::int64_t contextFrames() const noexcept = 0;

    /// Mono sound at the codec's rate → codes [frames, codebooks], row-major; a last partial frame is filled up with
    /// silence. Works in windows whose codes equal those of one piece.
    [[nodiscard]] virtual std::vector<std::int64_t> encode(std::span<const float> samples,
                                                           const std::stop_token& stop) const = 0;

    /// The sound of the frames [begin, end) of codes [frames, codebooks], row-major, each in 0 … codebookSize − 1; the
    /// frames around them are read as context. Returns hop · (end − begin) samples.
    [[nodiscard]] virtual std::vector<float> decode(std::span<const std::int64_t> codes, std::int64_t begin,
                                                    std::int64_t end, const std::stop_token& stop) const = 0;
};

} // namespace parley::codec
