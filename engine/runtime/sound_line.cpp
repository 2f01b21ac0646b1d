// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "runtime/sound_line.h"

#include "files/stop.h"

#include <chrono>
#include <utility>

namespace parley::runtime {

namespace {

constexpr std::chrono::milliseconds kGlance{5}; ///< how often a wait looks for a stop

} // namespace

SoundLine::~SoundLine() {
    if (m_pending) {
        m_stop.request_stop();
        m_pending->wait();
    }
}

/// isLast: no codes follow those that were pushed.
std::vector<float> SoundLine::decode(bool isLast, const std::stop_token& stop) {
    return isLast ? m_decoder.drain(stop) : m_decoder.next(stop);
}

void SoundLine::giveWork() {
    m_decoder.push(std::exchange(m_codes, {}));
    if (m_hasEnded ? !m_decoder.isDone() : m_decoder.isReady()) {
        m_pending =
            m_worker->submit([this, isLast = m_hasEnded, stop = m_stop.get_token()] { return decode(isLast, stop); });
    }
}

std::vector<float> SoundLine::next(const std::stop_token& stop, bool mayWait) {
    files::throwIfStopped(stop);
    if (m_worker == nullptr) {
        m_decoder.push(std::exchange(m_codes, {}));
        return decode(m_hasEnded, stop);
    }
    if (!m_pending) {
        giveWork();
    }
    while (m_pending && m_pending->wait_for(mayWait ? kGlance : kGlance * 0) != std::future_status::ready) {
        if (!mayWait) {
            return {};
        }
        files::throwIfStopped(stop);
    }
    if (!m_pending) {
        return {};
    }
    std::future<std::vector<float>> done = std::move(*m_pending);
    m_pending.reset();
    std::vector<float> sound = done.get();
    giveWork(); // while this window is handed out
    return sound;
}

} // namespace parley::runtime
