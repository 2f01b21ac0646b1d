// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "parley/tempo_stream.h"

#include "audio/stretcher.h"
#include "audio/tempo.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace parley {

class TempoStream::Impl {
public:
    Stretcher stretcher{kSampleRate};
    double tempo = 1.0;
    /// At tempo 1.0: what follows the stretcher's rest. Empty at any other tempo.
    std::vector<float> plain;
    std::size_t plainTaken = 0;
    bool stretching = false; ///< the stretcher has taken sound that it may not have given out

    void stretch(std::span<const float> samples) {
        stretcher.put(samples);
        stretching = stretching || !samples.empty();
    }
    /// Brings out the stretcher's rest. Once only: SoundTouch's rounding would give a sample for nothing.
    void flush() {
        if (stretching) {
            stretcher.flush();
            stretching = false;
        }
    }
    [[nodiscard]] std::span<const float> plainRest() const { return std::span(plain).subspan(plainTaken); }
    void clearPlain() {
        plain.clear();
        plainTaken = 0;
    }
};

TempoStream::TempoStream() : m_impl(std::make_unique<Impl>()) {}

TempoStream::~TempoStream() = default;

void TempoStream::setTempo(double tempo) {
    if (std::isnan(tempo)) {
        return;
    }
    const double wanted = std::clamp(tempo, kMinSpeed, kMaxSpeed);
    if (wanted == m_impl->tempo) {
        return;
    }
    m_impl->tempo = wanted;
    if (wanted == 1.0) {
        m_impl->flush(); // its rest comes out before what will pass unchanged
        return;
    }
    m_impl->stretcher.setTempo(wanted);
    m_impl->stretch(m_impl->plainRest());
    m_impl->clearPlain();
}

double TempoStream::tempo() const noexcept {
    return m_impl->tempo;
}

void TempoStream::put(std::span<const float> samples) {
    if (m_impl->tempo != 1.0) {
        m_impl->stretch(samples);
        return;
    }
    m_impl->plain.erase(m_impl->plain.begin(), m_impl->plain.begin() + static_cast<std::ptrdiff_t>(m_impl->plainTaken));
    m_impl->plainTaken = 0;
    m_impl->plain.insert(m_impl->plain.end(), samples.begin(), samples.end());
}

void TempoStream::finish() {
    if (m_impl->stretching) {
        m_impl->stretcher.put(std::vector<float>(m_impl->stretcher.lateness()));
        m_impl->flush();
    }
}

std::size_t TempoStream::receive(std::span<float> samples) {
    const std::size_t stretched = m_impl->stretcher.receive(samples);
    const std::span<const float> rest = m_impl->plainRest();
    const std::size_t plain = std::min(rest.size(), samples.size() - stretched);
    std::copy_n(rest.begin(), plain, samples.begin() + static_cast<std::ptrdiff_t>(stretched));
    m_impl->plainTaken += plain;
    return stretched + plain;
}

void TempoStream::clear() {
    m_impl->stretcher.clear();
    m_impl->stretching = false;
    m_impl->clearPlain();
}

double TempoStream::pending() const {
    return m_impl->stretcher.pending() + static_cast<double>(m_impl->plainRest().size());
}

} // namespace parley
