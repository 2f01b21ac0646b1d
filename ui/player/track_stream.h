// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "parley/tempo_stream.h"
#include "store/sound_track.h"

#include <cstdint>
#include <deque>
#include <span>

namespace parley::ui {

/// An endless stream of samples at kSampleRate out of a track that may still grow: the track at a tempo, silence while
/// it has run dry and after its end. It remembers which of its frames came from where, so that what is heard now can
/// be told from how many frames the sound card has played. One thread at a time; never blocks.
class TrackStream {
public:
    enum class Phase { Sounding, Waiting, Ended };
    struct Place {
        double seconds = 0; ///< in the track
        Phase phase = Phase::Waiting;
    };

    /// Silence comes first for `leadIn` frames.
    void start(SoundTrackPtr track, double seconds, std::int64_t leadIn = 0);
    /// Both hold from the next samples on that are read from the track.
    void setTempo(double tempo) { m_tempo.setTempo(tempo); }
    void setLoop(bool loop) noexcept { m_loop = loop; }

    /// Fills all of it.
    void fill(std::span<float> samples);
    /// Frames given out since start().
    [[nodiscard]] std::int64_t frames() const noexcept { return m_frames; }
    /// What the frame with this number is of. Numbers may only rise from call to call.
    [[nodiscard]] Place placeOf(std::int64_t frame);

private:
    /// From `frame` on, each frame moves on in the track by `pace` samples. `position` counts on through loops.
    struct Mark {
        std::int64_t frame = 0;
        double position = 0;
        double pace = 0;
        Phase phase = Phase::Waiting;
    };

    /// Hands the stretcher more of the track; false if there is none now.
    bool feed();
    /// Returns what is left to be filled.
    std::span<float> fillLeadIn(std::span<float> samples);
    std::size_t readBlock();

    SoundTrackPtr m_track;
    TempoStream m_tempo;
    std::size_t m_next = 0; ///< sample of the track to be read next
    double m_fed = 0;       ///< samples read, counted on through loops
    bool m_loop = false;
    bool m_looped = false;     ///< it has begun again since start()
    bool m_waiting = true;     ///< the track has run dry, or hasn't begun
    bool m_finished = false;   ///< its tail has been asked for
    std::int64_t m_leadIn = 0; ///< frames of it that are still to be given
    std::int64_t m_frames = 0;
    std::deque<Mark> m_marks;
};

} // namespace parley::ui
