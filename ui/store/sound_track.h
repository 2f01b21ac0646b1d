// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "parley/audio.h"

#include <array>
#include <atomic>
#include <cstddef>
#include <memory>
#include <span>

namespace parley::ui {

/// Mono sound at kSampleRate that grows at its end while others read it. One thread appends; any number of threads
/// read at the same time, without locks, so that a sound card's thread may.
class SoundTrack {
public:
    SoundTrack() = default;
    explicit SoundTrack(std::span<const float> samples, bool complete = true);
    SoundTrack(const SoundTrack&) = delete;
    SoundTrack& operator=(const SoundTrack&) = delete;
    ~SoundTrack() = default;

    /// Appending thread. Returns how many samples found room: all, short of three hours.
    std::size_t append(std::span<const float> samples);
    /// Appending thread: nothing more will come.
    void setComplete() noexcept { m_complete.store(true, std::memory_order_release); }

    /// Any thread. Copies the samples from `first` on; returns how many there were.
    [[nodiscard]] std::size_t read(std::size_t first, std::span<float> samples) const noexcept;
    [[nodiscard]] std::size_t size() const noexcept { return m_size.load(std::memory_order_acquire); }
    [[nodiscard]] double seconds() const noexcept { return static_cast<double>(size()) / kSampleRate; }
    [[nodiscard]] bool isComplete() const noexcept { return m_complete.load(std::memory_order_acquire); }

    /// Any thread: a copy of the samples so far, or of a part of them.
    [[nodiscard]] AudioClip clip() const;
    [[nodiscard]] AudioClip clip(std::size_t first, std::size_t count) const;

private:
    static constexpr std::size_t kBlockSamples = std::size_t{1} << 16U;
    static constexpr std::size_t kBlocks = 8192;
    using Block = std::array<float, kBlockSamples>;

    // A block is in place before m_size covers its samples, and stays there.
    std::array<std::unique_ptr<Block>, kBlocks> m_blocks;
    std::atomic<std::size_t> m_size = 0;
    std::atomic<bool> m_complete = false;
};

using SoundTrackPtr = std::shared_ptr<const SoundTrack>;

} // namespace parley::ui
