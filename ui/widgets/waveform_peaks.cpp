// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "widgets/waveform_peaks.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <span>

namespace parley::ui {

std::size_t WaveformPeaks::update(const SoundTrack& track, std::size_t mostSamples) {
    std::array<float, 4096> block{};
    std::size_t done = 0;
    while (done < mostSamples) {
        const std::size_t wanted = std::min(block.size(), mostSamples - done);
        const std::size_t count = track.read(m_sampleCount, std::span(block).first(wanted));
        if (count == 0) {
            break;
        }
        for (const float sample : std::span(block).first(count)) {
            add(sample);
        }
        done += count;
    }
    return done;
}

void WaveformPeaks::add(float sample) {
    const float level = std::isfinite(sample) ? std::clamp(sample, -1.0F, 1.0F) : 0.0F;
    if (m_sampleCount % kBucketSamples == 0) {
        m_buckets.push_back({level, level});
    } else {
        Peak& bucket = m_buckets.back();
        bucket.low = std::min(bucket.low, level);
        bucket.high = std::max(bucket.high, level);
    }
    ++m_sampleCount;
}

void WaveformPeaks::clear() {
    m_buckets.clear();
    m_sampleCount = 0;
}

Peak WaveformPeaks::between(std::size_t first, std::size_t last) const {
    const std::size_t end = std::min((last + kBucketSamples - 1) / kBucketSamples, m_buckets.size());
    std::size_t at = first / kBucketSamples;
    if (at >= end) {
        return {};
    }
    Peak peak = m_buckets[at];
    for (++at; at < end; ++at) {
        peak.low = std::min(peak.low, m_buckets[at].low);
        peak.high = std::max(peak.high, m_buckets[at].high);
    }
    return peak;
}

} // namespace parley::ui
