// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "audio/stretcher.h"

#include <soundtouch/SoundTouch.h>

#include <algorithm>
#include <type_traits>

namespace parley {
namespace {

static_assert(std::is_same_v<soundtouch::SAMPLETYPE, float>, "SoundTouch must be built with float samples");

constexpr std::size_t kBlockSamples = 8192;

} // namespace

Stretcher::Stretcher(int sampleRate) : m_soundTouch(std::make_unique<soundtouch::SoundTouch>()) {
    m_soundTouch->setSampleRate(static_cast<unsigned>(sampleRate));
    m_soundTouch->setChannels(1);
}

Stretcher::~Stretcher() = default;

void Stretcher::setTempo(double tempo) {
    m_tempo = tempo;
    m_soundTouch->setTempo(tempo);
}

void Stretcher::put(std::span<const float> samples) {
    while (!samples.empty()) {
        const auto block = samples.first(std::min(samples.size(), kBlockSamples));
        m_soundTouch->putSamples(block.data(), static_cast<unsigned>(block.size()));
        samples = samples.subspan(block.size());
    }
}

std::size_t Stretcher::receive(std::span<float> samples) {
    std::size_t done = 0;
    while (done < samples.size()) {
        const auto wanted = static_cast<unsigned>(std::min(samples.size() - done, kBlockSamples));
        const unsigned count = m_soundTouch->receiveSamples(samples.data() + done, wanted);
        if (count == 0) {
            break;
        }
        done += count;
    }
    return done;
}

void Stretcher::flush() {
    m_soundTouch->flush();
}

void Stretcher::clear() {
    m_soundTouch->clear();
}

std::size_t Stretcher::lateness() const {
    const int pieceIn = m_soundTouch->getSetting(SETTING_NOMINAL_INPUT_SEQUENCE);
    const int pieceOut = m_soundTouch->getSetting(SETTING_NOMINAL_OUTPUT_SEQUENCE);
    return static_cast<std::size_t>(std::max(pieceIn - pieceOut, 0));
}

double Stretcher::pending() const {
    return m_soundTouch->numUnprocessedSamples() + m_soundTouch->numSamples() * m_tempo;
}

} // namespace parley
