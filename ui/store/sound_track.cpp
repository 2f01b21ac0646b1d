// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "store/sound_track.h"

#include <algorithm>

namespace parley::ui {

SoundTrack::SoundTrack(std::span<const float> samples, bool complete) {
    append(samples);
    if (complete) {
        setComplete();
    }
}

std::size_t SoundTrack::append(std::span<const float> samples) {
    std::size_t done = 0;
    std::size_t position = m_size.load(std::memory_order_relaxed);
    while (done < samples.size() && position < kBlocks * kBlockSamples) {
        std::unique_ptr<Block>& block = m_blocks[position / kBlockSamples];
        if (!block) {
            block = std::make_unique<Block>();
        }
        const std::size_t offset = position % kBlockSamples;
        const std::size_t count = std::min(kBlockSamples - offset, samples.size() - done);
        std::copy_n(samples.begin() + static_cast<std::ptrdiff_t>(done), count,
                    block->begin() + static_cast<std::ptrdiff_t>(offset));
        done += count;
        position += count;
        m_size.store(position, std::memory_order_release);
    }
    return done;
}

std::size_t SoundTrack::read(std::size_t first, std::span<float> samples) const noexcept {
    const std::size_t end = size();
    std::size_t done = 0;
    while (done < samples.size() && first + done < end) {
        const std::size_t position = first + done;
        const std::size_t offset = position % kBlockSamples;
        const std::size_t count = std::min({kBlockSamples - offset, samples.size() - done, end - position});
        const Block& block = *m_blocks[position / kBlockSamples];
        std::copy_n(block.begin() + static_cast<std::ptrdiff_t>(offset), count,
                    samples.begin() + static_cast<std::ptrdiff_t>(done));
        done += count;
    }
    return done;
}

AudioClip SoundTrack::clip() const {
    return clip(0, size());
}

AudioClip SoundTrack::clip(std::size_t first, std::size_t count) const {
    const std::size_t end = size();
    AudioClip copy;
    copy.samples.resize(first < end ? std::min(count, end - first) : 0);
    copy.samples.resize(read(first, copy.samples));
    return copy;
}

} // namespace parley::ui
