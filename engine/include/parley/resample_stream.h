// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "parley/audio.h"

#include <functional>
#include <memory>
#include <span>

namespace parley {

/// Brings mono sound at kSampleRate to another rate while it flows (soxr, high quality). One thread at a time.
class ResampleStream {
public:
    /// Throws EngineError OptionInvalid (a rate that is not above zero) and Internal (soxr).
    explicit ResampleStream(double toRate);
    ResampleStream(const ResampleStream&) = delete;
    ResampleStream& operator=(const ResampleStream&) = delete;
    ~ResampleStream();

    /// Fills all of `samples`; `source` fills blocks with the next samples at kSampleRate, as many as are needed.
    void fill(std::span<float> samples, const std::function<void(std::span<float>)>& source);
    /// Forgets the sound that is under way.
    void clear();

private:
    class Impl;
    std::unique_ptr<Impl> m_impl;
};

} // namespace parley
