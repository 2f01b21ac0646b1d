// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "parley/listener.h"
#include "serve/metrics.h"

#include <chrono>
#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <vector>

namespace parley::serve {

/// Hands the sound of one job from the engine's thread to that of its client. The engine never waits for a client: what
/// isn't fetched stays here, which the model's longest speech limits to some megabytes.
class SpeechFeed final : public Listener {
public:
    /// `onEnd` is called on the engine's thread when the job has ended in any way.
    SpeechFeed(std::shared_ptr<Metrics> metrics, std::function<void(const std::optional<Error>&, const Speech&)> onEnd)
        : m_metrics(std::move(metrics)), m_onEnd(std::move(onEnd)) {}

    struct News {
        std::vector<float> samples; ///< mono at kSampleRate; in front of the end, if both are there
        bool hasEnded = false;
        std::optional<Error> error; ///< why it ended early
    };
    /// Waits so long for something to happen. Any thread but the engine's.
    [[nodiscard]] News wait(std::chrono::milliseconds patience);

    void onPrefill(std::int64_t, std::int64_t) override { begin(); }
    void onStep(std::int64_t, std::int64_t, std::span<const std::int64_t>) override;
    void onAudio(std::span<const float> samples) override;
    void onFinished(const Speech& speech) override { end(Metrics::Outcome::Finished, std::nullopt, speech); }
    void onCancelled(const Speech& soFar) override;
    void onFailed(const Error& error, const Speech& soFar) override { end(Metrics::Outcome::Failed, error, soFar); }

private:
    void begin();
    void end(Metrics::Outcome outcome, std::optional<Error> error, const Speech& speech);

    std::shared_ptr<Metrics> m_metrics;
    std::function<void(const std::optional<Error>&, const Speech&)> m_onEnd;
    bool m_hasBegun = false; ///< the engine's thread alone

    std::mutex m_mutex;
    std::condition_variable m_changed;
    News m_news; ///< not fetched yet
};

} // namespace parley::serve
