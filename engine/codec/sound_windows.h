// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <ATen/core/Tensor.h>

#include <cstdint>
#include <functional>
#include <span>
#include <vector>

namespace parley::codec {

/// Pieces in which sound is encoded, so that the memory of the first layers, whose rows are as long as the sound, stays
/// bounded.
struct SoundWindows {
    std::int64_t hop = 0;    ///< samples of a frame
    std::int64_t reach = 0;  ///< frames to either side that a frame depends on
    std::int64_t frames = 0; ///< at a time, without those
};

/// Frames of a window: the sound of all is given, the codes of [begin, begin + count) are wanted.
struct FramesWanted {
    std::int64_t begin = 0;
    std::int64_t count = 0;
};

/// Codes [frames, codebooks], row-major, of all of the sound; a last partial frame is filled up with silence. `encode`
/// gets a window's samples, a flat float32 tensor on the CPU, and gives the codes [count, codebooks] int64 of the
/// frames that are wanted, on any device.
[[nodiscard]] std::vector<std::int64_t>
encodeInWindows(std::span<const float> samples, const SoundWindows& windows,
                const std::function<at::Tensor(const at::Tensor& sound, FramesWanted wanted)>& encode);

/// The frames [from, to) of codes [frames, codebooks], row-major: [to − from, codebooks] int64 on the CPU.
[[nodiscard]] at::Tensor framesOf(std::span<const std::int64_t> codes, std::int64_t codebooks, std::int64_t from,
                                  std::int64_t to);

} // namespace parley::codec
