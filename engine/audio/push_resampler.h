// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <span>
#include <vector>

namespace parley {

/// Brings mono sound at kSampleRate to another rate as it comes (soxr, very high quality); all pieces together are what
/// resample() makes of the whole, to rounding. One thread at a time.
class PushResampler {
public:
    /// Throws EngineError Internal (soxr), as the functions below do.
    explicit PushResampler(double toRate);
    PushResampler(const PushResampler&) = delete;
    PushResampler& operator=(const PushResampler&) = delete;
    ~PushResampler();

    /// What can be said already of the sound until here.
    [[nodiscard]] std::vector<float> put(std::span<const float> samples);
    /// The rest. Nothing may follow.
    [[nodiscard]] std::vector<float> finish();

private:
    class Impl;
    std::unique_ptr<Impl> m_impl;
};

} // namespace parley
