// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <memory>
#include <span>

namespace soundtouch {
class SoundTouch;
}

namespace parley {

/// SoundTouch for mono sound, in the types of the house. One thread at a time.
class Stretcher {
public:
    explicit Stretcher(int sampleRate);
    Stretcher(const Stretcher&) = delete;
    Stretcher& operator=(const Stretcher&) = delete;
    ~Stretcher();

    void setTempo(double tempo);
    void put(std::span<const float> samples);
    [[nodiscard]] std::size_t receive(std::span<float> samples);
    /// Brings out what was put in; as much of it as the tempo calls for.
    void flush();
    void clear();

    /// How late sound may come out, in samples of the input. SoundTouch plays the beginning of each piece it takes and
    /// leaves out the rest, so when it speeds up, a piece's sound is behind by what was left out.
    [[nodiscard]] std::size_t lateness() const;
    /// How much of what was put in has not come out yet, in samples of the input.
    [[nodiscard]] double pending() const;

private:
    std::unique_ptr<soundtouch::SoundTouch> m_soundTouch;
    double m_tempo = 1.0;
};

} // namespace parley
