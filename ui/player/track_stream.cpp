// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "player/track_stream.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

namespace parley::ui {
namespace {

constexpr std::size_t kBlockSamples = 1024;            // small, so that a new tempo is heard soon
constexpr std::size_t kLeastSamples = kSampleRate / 4; // after running dry: crumbs would stutter

} // namespace

void TrackStream::start(SoundTrackPtr track, double seconds, std::int64_t leadIn) {
    m_track = std::move(track);
    m_tempo.clear();
    m_next = static_cast<std::size_t>(std::llround(std::max(0.0, seconds) * kSampleRate));
    m_fed = static_cast<double>(m_next);
    m_looped = false;
    m_waiting = true;
    m_finished = false;
    m_leadIn = leadIn;
    m_frames = 0;
    m_marks.clear();
}

std::span<float> TrackStream::fillLeadIn(std::span<float> samples) {
    const auto count = static_cast<std::size_t>(std::min(m_leadIn, static_cast<std::int64_t>(samples.size())));
    if (count > 0) {
        m_marks.push_back({m_frames, m_fed, 0.0, Phase::Sounding});
        std::ranges::fill(samples.first(count), 0.0F);
        m_leadIn -= static_cast<std::int64_t>(count);
        m_frames += static_cast<std::int64_t>(count);
    }
    return samples.subspan(count);
}

void TrackStream::fill(std::span<float> samples) {
    samples = fillLeadIn(samples);
    while (!samples.empty()) {
        const double before = m_tempo.pending();
        const std::size_t count = m_tempo.receive(samples);
        if (count > 0) {
            const double after = m_tempo.pending();
            m_marks.push_back(
                {m_frames, m_fed - before, (before - after) / static_cast<double>(count), Phase::Sounding});
            m_frames += static_cast<std::int64_t>(count);
            samples = samples.subspan(count);
        } else if (!feed()) {
            break;
        }
    }
    if (!samples.empty()) {
        m_marks.push_back({m_frames, m_fed - m_tempo.pending(), 0.0, m_finished ? Phase::Ended : Phase::Waiting});
        std::ranges::fill(samples, 0.0F);
        m_frames += static_cast<std::int64_t>(samples.size());
    }
}

bool TrackStream::feed() {
    if (!m_track) {
        return false;
    }
    // Asked for first: what is appended before the end is then read before the end is believed.
    const bool complete = m_track->isComplete();
    if (m_waiting && !complete && m_track->size() < m_next + kLeastSamples) {
        return false;
    }
    if (readBlock() > 0) {
        return true;
    }
    if (!complete) {
        m_waiting = true;
        return false;
    }
    if (m_loop && m_track->size() > 0) {
        m_next = 0;
        m_looped = true;
        return readBlock() > 0;
    }
    if (m_finished) {
        return false;
    }
    m_finished = true;
    m_tempo.finish();
    return true;
}

std::size_t TrackStream::readBlock() {
    std::array<float, kBlockSamples> block{};
    const std::size_t count = m_track->read(m_next, block);
    if (count > 0) {
        m_tempo.put(std::span(block).first(count));
        m_next += count;
        m_fed += static_cast<double>(count);
        m_waiting = false;
        m_finished = false;
    }
    return count;
}

TrackStream::Place TrackStream::placeOf(std::int64_t frame) {
    while (m_marks.size() > 1 && m_marks[1].frame <= frame) {
        m_marks.pop_front();
    }
    if (m_marks.empty() || !m_track) {
        return {m_fed / kSampleRate, Phase::Waiting};
    }
    const Mark& mark = m_marks.front();
    const auto since = static_cast<double>(std::max<std::int64_t>(0, frame - mark.frame));
    double place = mark.position + since * mark.pace;
    const auto length = static_cast<double>(m_track->size());
    if (place > length && length > 0.0) {
        // Past the end it is either the silence that brings out the tail, or another round.
        place = m_looped && mark.phase != Phase::Ended ? std::fmod(place, length) : length;
    }
    return {std::max(0.0, place) / kSampleRate, mark.phase};
}

} // namespace parley::ui
