// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/sound_track.h"

#include <cstddef>
#include <vector>

namespace parley::ui {

/// The least and the greatest sample of a piece of sound.
struct Peak {
    float low = 0.0F;
    float high = 0.0F;
};

/// Peaks of a sound in buckets of equal length, carried on as the sound grows.
class WaveformPeaks {
public:
    /// Looks at up to `mostSamples` samples that are new; returns how many it looked at.
    std::size_t update(const SoundTrack& track, std::size_t mostSamples);
    void clear();

    /// How many samples have been looked at.
    [[nodiscard]] std::size_t sampleCount() const noexcept { return m_sampleCount; }
    /// The peak of all buckets that the samples [first, last) touch.
    [[nodiscard]] Peak between(std::size_t first, std::size_t last) const;

private:
    static constexpr std::size_t kBucketSamples = 256;

    void add(float sample);

    std::vector<Peak> m_buckets;
    std::size_t m_sampleCount = 0;
};

} // namespace parley::ui
