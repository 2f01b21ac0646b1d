// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "parley/engine.h"
#include "serve/log.h"
#include "serve/metrics.h"
#include "serve/speech_feed.h"

#include <atomic>
#include <chrono>
#include <cstddef>
#include <memory>
#include <mutex>
#include <stop_token>
#include <string>

namespace parley::serve {

/// A script in hand. Letting go of it cancels what isn't spoken yet.
class Job {
public:
    explicit Job(std::shared_ptr<SpeechFeed> feed) : m_feed(std::move(feed)) {}
    ~Job() { m_stop.request_stop(); }
    Job(const Job&) = delete;
    Job& operator=(const Job&) = delete;

    [[nodiscard]] SpeechFeed::News wait(std::chrono::milliseconds patience) { return m_feed->wait(patience); }
    [[nodiscard]] std::stop_token stopToken() const { return m_stop.get_token(); }

private:
    std::shared_ptr<SpeechFeed> m_feed;
    std::stop_source m_stop;
};

/// Takes scripts for the one engine, up to a number at a time. Any thread.
class Desk {
public:
    enum class State { Loading, Ready, Unloaded, Failed }; ///< unloaded: the next script loads it again

    /// unloadAfter: as Engine's.
    Desk(ModelOptions options, std::size_t most, std::chrono::milliseconds unloadAfter, Log log);
    ~Desk();
    Desk(const Desk&) = delete;
    Desk& operator=(const Desk&) = delete;

    /// Begins to load the model. Once.
    void open();
    /// Null when as many as may be are in hand, or the desk is closed.
    [[nodiscard]] std::shared_ptr<Job> take(Request request);
    /// Cancels everything and waits until it has ended; nothing is taken any more.
    void close();

    [[nodiscard]] State state() const;
    [[nodiscard]] Metrics& metrics() const { return *m_shared->metrics; }
    [[nodiscard]] std::string metricsText() const;

private:
    /// What listeners use, which may outlive this.
    struct Shared {
        std::shared_ptr<Metrics> metrics = std::make_shared<Metrics>();
        std::atomic<State> state = State::Loading;
        std::atomic<std::size_t> jobs = 0;
        Log log;
    };
    class Loading;

    ModelOptions m_options;
    std::size_t m_most;
    std::shared_ptr<Shared> m_shared = std::make_shared<Shared>();
    std::mutex m_mutex; // for the engine's place
    std::unique_ptr<Engine> m_engine;
};

} // namespace parley::serve
