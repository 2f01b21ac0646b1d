// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "codec/sound_windows.h"

#include "backend/host_values.h"
#include "codec/rounding.h"

#include <ATen/ops/zeros.h>

#include <algorithm>

namespace parley::codec {

std::vector<std::int64_t>
encodeInWindows(std::span<const float> samples, const SoundWindows& windows,
                const std::function<at::Tensor(const at::Tensor& sound, FramesWanted wanted)>& encode) {
    const auto length = static_cast<std::int64_t>(samples.size());
    const std::int64_t frames = divideUp(length, windows.hop);
    std::vector<std::int64_t> codes;
    for (std::int64_t begin = 0; begin < frames; begin += windows.frames) {
        const std::int64_t end = std::min(begin + windows.frames, frames);
        const std::int64_t from = std::max<std::int64_t>(begin - windows.reach, 0);
        const std::int64_t to = std::min(end + windows.reach, frames);
        const at::Tensor sound = at::zeros({(to - from) * windows.hop});
        const std::int64_t count = std::min(to * windows.hop, length) - from * windows.hop;
        std::copy_n(samples.data() + from * windows.hop, count, sound.mutable_data_ptr<float>());
        const std::vector<std::int64_t> own = backend::idsOf(encode(sound, {begin - from, end - begin}));
        codes.insert(codes.end(), own.begin(), own.end());
    }
    return codes;
}

at::Tensor framesOf(std::span<const std::int64_t> codes, std::int64_t codebooks, std::int64_t from, std::int64_t to) {
    const auto first = static_cast<std::size_t>(from * codebooks);
    const auto count = static_cast<std::size_t>((to - from) * codebooks);
    return backend::idTensor(codes.subspan(first, count), {to - from, codebooks});
}

} // namespace parley::codec
