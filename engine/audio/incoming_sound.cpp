// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "audio/incoming_sound.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace parley {
namespace {

/// 120 dB over full scale is not sound any more, and products of such values could overflow. Also false for NaN.
bool isSample(float value) noexcept {
    return std::abs(value) < 1e6F;
}

/// Above 192 kHz the limit in seconds shrinks, so that a small compressed file can't ask for gigabytes.
std::size_t maxSamplesAt(int sampleRate) noexcept {
    constexpr int kFullLengthRate = 192000; // Hz
    const long long seconds =
        static_cast<long long>(kMaxSourceSeconds) * std::min(sampleRate, kFullLengthRate) / sampleRate;
    return static_cast<std::size_t>(seconds) * static_cast<std::size_t>(sampleRate);
}

} // namespace

void refuseSound(const std::filesystem::path& path, Phrase problem, Phrase remedy, std::string detail) {
    throw EngineError(ErrorCode::AudioUnreadable, path, std::move(problem), std::move(remedy), std::move(detail));
}

SoundCheck::SoundCheck(std::filesystem::path path, int sampleRate, std::size_t orSamples)
    : m_path(std::move(path)), m_sampleRate(sampleRate) {
    if (sampleRate < kMinSourceRate || sampleRate > kMaxSourceRate) {
        refuseSound(m_path, phrase("has a sample rate of %1 Hz", sampleRate),
                    phrase("rates from %1 to %2 Hz can be read", kMinSourceRate, kMaxSourceRate));
    }
    m_maxSamples = std::max(maxSamplesAt(sampleRate), orSamples);
}

void SoundCheck::check(std::span<const float> mono) {
    if (mono.size() > m_maxSamples - m_count) {
        refuseSound(m_path, phrase("is longer than %1 seconds", m_maxSamples / static_cast<std::size_t>(m_sampleRate)),
                    phrase("cut it to the part that is needed"));
    }
    if (!std::all_of(mono.begin(), mono.end(), isSample)) {
        refuseSound(m_path, phrase("holds samples that are not numbers or are far too loud"),
                    phrase("export the sound again"));
    }
    m_count += mono.size();
}

IncomingSound::IncomingSound(std::filesystem::path path, int sampleRate) : m_check(std::move(path), sampleRate) {
    m_clip.sampleRate = sampleRate;
}

void IncomingSound::append(std::span<const float> mono) {
    m_check.check(mono);
    m_clip.samples.insert(m_clip.samples.end(), mono.begin(), mono.end());
}

AudioClip IncomingSound::take() {
    if (m_check.isEmpty()) {
        refuseSound(m_check.path(), phrase("holds no sound"));
    }
    return std::move(m_clip);
}

} // namespace parley
