// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "audio/tempo.h"

#include "audio/incoming_sound.h"
#include "audio/stretcher.h"
#include "parley/error.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <string>

namespace parley {
namespace {

void checkRequest(int sampleRate, double speed) {
    if (!(speed >= kMinSpeed && speed <= kMaxSpeed)) {
        throw EngineError(ErrorCode::OptionInvalid, phrase("speed"), phrase("is %1", std::to_string(speed)),
                          phrase("choose a value from 0.5 to 2.0"));
    }
    if (sampleRate < kMinSourceRate || sampleRate > kMaxSourceRate) {
        throw EngineError(ErrorCode::OptionInvalid, phrase("sample rate"), phrase("is %1 Hz", sampleRate));
    }
}

} // namespace

std::vector<float> stretch(std::span<const float> samples, int sampleRate, double speed) {
    checkRequest(sampleRate, speed);
    if (speed == 1.0 || samples.empty()) {
        return {samples.begin(), samples.end()};
    }
    Stretcher stretcher(sampleRate);
    stretcher.setTempo(speed);
    // The end would be late and cut off: speed up by as much as gives it room, and let silence follow it.
    constexpr std::size_t kMaxShare = 8; // clips of few pieces would be sped up audibly
    const std::size_t padding = std::min(stretcher.lateness(), samples.size() / kMaxShare);
    const auto size = static_cast<double>(samples.size());
    stretcher.setTempo(speed * (size + static_cast<double>(padding)) / size);
    stretcher.put(samples);
    stretcher.put(std::vector<float>(padding));
    stretcher.flush();
    std::vector<float> result(static_cast<std::size_t>(std::llround(size / speed)));
    static_cast<void>(stretcher.receive(result)); // rounding inside SoundTouch: the last sample or two stay zero
    return result;
}

} // namespace parley
