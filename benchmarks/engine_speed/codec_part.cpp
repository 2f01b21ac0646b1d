// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "engine_speed/loaded_model.h"
#include "engine_speed/parts.h"
#include "noise.h"
#include "timing.h"

#include <cmath>

namespace parley::benchmarks {

void measureCodec(const Settings& settings, const Report& report) {
    const LoadedModel loaded(settings.model);
    const codec::Codec& dac = *loaded.model.dac;
    const std::int64_t hop = dac.config().hop();
    const double rate = dac.config().sampleRate;
    const auto frames = static_cast<std::int64_t>(std::ceil(settings.soundSeconds * rate / static_cast<double>(hop)));
    const std::vector<float> sound = noise(static_cast<std::size_t>(frames * hop), kSoundAmplitude);
    std::vector<std::int64_t> codes = dac.encode(std::span(sound).first(static_cast<std::size_t>(hop)), {});
    (void)dac.decode(codes, 0, 1, {}); // so that what is made at the first use is there
    std::vector<double> encoding;
    std::vector<double> decoding;
    for (int round = 0; round < settings.rounds; ++round) {
        encoding.push_back(secondsOf([&] { codes = dac.encode(sound, {}); }));
        decoding.push_back(secondsOf([&] { (void)dac.decode(codes, 0, frames, {}); }));
    }
    const double seconds = static_cast<double>(frames * hop) / rate;
    report({{"sound_s", seconds},
            {"encode_s", median(encoding)},
            {"decode_s", median(decoding)},
            {"encode_s_per_s", median(encoding) / seconds},
            {"decode_s_per_s", median(decoding) / seconds}});
}

} // namespace parley::benchmarks
