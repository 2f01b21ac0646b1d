// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "serve/speech_feed.h"

#include <utility>

namespace parley::serve {

SpeechFeed::News SpeechFeed::wait(std::chrono::milliseconds patience) {
    std::unique_lock lock(m_mutex);
    m_changed.wait_for(lock, patience, [&] { return !m_news.samples.empty() || m_news.hasEnded; });
    return {std::exchange(m_news.samples, {}), m_news.hasEnded, m_news.error};
}

void SpeechFeed::begin() {
    if (!std::exchange(m_hasBegun, true)) {
        m_metrics->beginSpeaking();
    }
}

void SpeechFeed::onStep(std::int64_t, std::int64_t, std::span<const std::int64_t>) {
    begin();
    m_metrics->countStep();
}

void SpeechFeed::onAudio(std::span<const float> samples) {
    m_metrics->countSound(samples.size());
    const std::scoped_lock lock(m_mutex);
    m_news.samples.insert(m_news.samples.end(), samples.begin(), samples.end());
    m_changed.notify_one();
}

void SpeechFeed::onCancelled(const Speech& soFar) {
    end(Metrics::Outcome::Cancelled, Error{ErrorCode::Cancelled, {}, verbatim("the server is about to end"), {}},
        soFar);
}

void SpeechFeed::end(Metrics::Outcome outcome, std::optional<Error> error, const Speech& speech) {
    m_metrics->endJob(outcome, speech, m_hasBegun);
    m_onEnd(error, speech);
    const std::scoped_lock lock(m_mutex);
    m_news.hasEnded = true;
    m_news.error = std::move(error);
    m_changed.notify_one();
}

} // namespace parley::serve
