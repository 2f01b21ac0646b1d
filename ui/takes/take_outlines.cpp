// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "takes/take_outlines.h"

#include <utility>

namespace parley::ui {

namespace {

constexpr int kPauseMs = 40;
constexpr std::size_t kSamplesAtOnce = std::size_t{1} << 20U; // about a millisecond's work
constexpr qsizetype kMostFollowed = 24;                       // whole sounds in memory at a time

} // namespace

TakeOutlines::TakeOutlines(TakeLibrary& library, QObject* parent) : QObject(parent), m_library(library) {
    m_timer.setInterval(kPauseMs);
    connect(&m_timer, &QTimer::timeout, this, &TakeOutlines::work);
    connect(&library, &TakeLibrary::removed, this, [this](TakeId id) {
        m_peaks.remove(id);
        m_followed.remove(id);
        m_wanted.removeAll(id);
    });
}

const WaveformPeaks& TakeOutlines::of(TakeId id) {
    const auto known = m_peaks.constFind(id);
    if (known != m_peaks.constEnd()) {
        return *known;
    }
    // The library may have news of the take when it is asked for the sound, which is no good time while painting.
    m_wanted += id;
    m_timer.start();
    return m_peaks[id];
}

double TakeOutlines::room(const Take& take) {
    if (take.state != TakeState::Making) {
        return take.seconds;
    }
    // Nobody knows how long it will be: room doubles whenever it is full.
    double room = 8.0;
    while (room < take.seconds) {
        room *= 2.0;
    }
    return room;
}

/// What was scrolled past comes last.
void TakeOutlines::askForSounds() {
    while (!m_wanted.isEmpty() && m_followed.size() < kMostFollowed) {
        const TakeId id = m_wanted.takeLast();
        if (const SoundTrackPtr track = m_library.sound(id)) {
            m_followed.insert(id, track);
        }
    }
}

void TakeOutlines::work() {
    askForSounds();
    QList<TakeId> grown;
    std::size_t left = kSamplesAtOnce;
    for (auto each = m_followed.begin(); each != m_followed.end();) {
        WaveformPeaks& peaks = m_peaks[each.key()];
        const bool complete = each.value()->isComplete(); // asked first: nothing comes after the look that follows
        const std::size_t looked = peaks.update(*each.value(), left);
        left -= looked;
        if (looked > 0) {
            grown += each.key();
        }
        if (complete && peaks.sampleCount() == each.value()->size()) {
            each = m_followed.erase(each);
        } else {
            ++each;
        }
    }
    if (m_followed.isEmpty() && m_wanted.isEmpty()) {
        m_timer.stop();
    }
    for (const TakeId id : std::as_const(grown)) {
        Q_EMIT outlineChanged(id);
    }
}

} // namespace parley::ui
