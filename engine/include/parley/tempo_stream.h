// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "parley/audio.h"

#include <cstddef>
#include <memory>
#include <span>

namespace parley {

/// Changes the tempo of mono sound at kSampleRate while it flows, without changing its pitch; the tempo may change at
/// any time. At tempo 1.0 samples pass unchanged, to the bit. One thread at a time.
class TempoStream {
public:
    TempoStream();
    TempoStream(const TempoStream&) = delete;
    TempoStream& operator=(const TempoStream&) = delete;
    ~TempoStream();

    /// 0.5 to 2.0: what lies outside is brought to the nearest, what is no number is ignored. At first 1.0.
    void setTempo(double tempo);
    [[nodiscard]] double tempo() const noexcept;

    void put(std::span<const float> samples);
    /// No more sound belongs to what was put in: its tail comes out. A new sound may follow.
    void finish();
    /// Copies what is ready and returns how much that was; 0 asks for more by put(), or finish().
    [[nodiscard]] std::size_t receive(std::span<float> samples);
    /// Forgets all sound, keeps the tempo.
    void clear();

    /// How much of what was put in has not come out yet, in samples of the input.
    [[nodiscard]] double pending() const;

private:
    class Impl;
    std::unique_ptr<Impl> m_impl;
};

} // namespace parley
