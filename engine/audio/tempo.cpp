// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "audio/tempo.h"

#include "audio/incoming_sound.h"
#include "parley/error.h"

#include <soundtouch/SoundTouch.h>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <string>
#include <type_traits>

namespace parley {
namespace {

static_assert(std::is_same_v<soundtouch::SAMPLETYPE, float>, "SoundTouch must be built with float samples");

constexpr std::size_t kBlockSamples = 8192;

/// How late sound may come out, in samples of the input. SoundTouch plays the beginning of each piece it takes and
/// leaves out the rest, so when it speeds up, a piece's sound is behind by what was left out.
std::size_t lateness(const soundtouch::SoundTouch& stretcher, std::size_t inputSize) {
    const int pieceIn = stretcher.getSetting(SETTING_NOMINAL_INPUT_SEQUENCE);
    const int pieceOut = stretcher.getSetting(SETTING_NOMINAL_OUTPUT_SEQUENCE);
    constexpr std::size_t kMaxShare = 8; // clips of few pieces would be sped up audibly
    return std::min(static_cast<std::size_t>(std::max(pieceIn - pieceOut, 0)), inputSize / kMaxShare);
}

void put(soundtouch::SoundTouch& stretcher, std::span<const float> samples) {
    while (!samples.empty()) {
        const auto block = samples.first(std::min(samples.size(), kBlockSamples));
        stretcher.putSamples(block.data(), static_cast<unsigned>(block.size()));
        samples = samples.subspan(block.size());
    }
}

std::vector<float> receive(soundtouch::SoundTouch& stretcher, std::size_t length) {
    std::vector<float> result(length);
    std::span<float> rest(result);
    while (!rest.empty()) {
        const auto wanted = static_cast<unsigned>(std::min(rest.size(), kBlockSamples));
        const unsigned count = stretcher.receiveSamples(rest.data(), wanted);
        if (count == 0) {
            break; // rounding inside SoundTouch: the last sample or two stay zero
        }
        rest = rest.subspan(count);
    }
    return result;
}

void checkRequest(int sampleRate, double speed) {
    if (!(speed >= kMinSpeed && speed <= kMaxSpeed)) {
        throw EngineError(ErrorCode::OptionInvalid, "speed", "is " + std::to_string(speed),
                          "choose a value from 0.5 to 2.0");
    }
    if (sampleRate < kMinSourceRate || sampleRate > kMaxSourceRate) {
        throw EngineError(ErrorCode::OptionInvalid, "sample rate", "is " + std::to_string(sampleRate) + " Hz");
    }
}

} // namespace

std::vector<float> stretch(std::span<const float> samples, int sampleRate, double speed) {
    checkRequest(sampleRate, speed);
    if (speed == 1.0 || samples.empty()) {
        return {samples.begin(), samples.end()};
    }
    soundtouch::SoundTouch stretcher;
    stretcher.setSampleRate(static_cast<unsigned>(sampleRate));
    stretcher.setChannels(1);
    stretcher.setTempo(speed);
    // The end would be late and cut off: speed up by as much as gives it room, and let silence follow it.
    const std::size_t padding = lateness(stretcher, samples.size());
    const auto size = static_cast<double>(samples.size());
    stretcher.setTempo(speed * (size + static_cast<double>(padding)) / size);
    put(stretcher, samples);
    put(stretcher, std::vector<float>(padding));
    stretcher.flush();
    return receive(stretcher, static_cast<std::size_t>(std::llround(size / speed)));
}

} // namespace parley
