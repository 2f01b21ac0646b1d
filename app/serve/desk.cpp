// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "serve/desk.h"

#include <iomanip>
#include <sstream>

namespace parley::serve {

namespace {

std::string howItEnded(const std::optional<Error>& error, const Speech& speech) {
    const Figures& figures = speech.figures;
    std::ostringstream line;
    line << std::fixed << std::setprecision(1) << speech.sound.seconds() << " s of sound in "
         << figures.prefill + figures.decode + figures.codec << " s, seed " << speech.seed;
    if (error) {
        line << (error->code == ErrorCode::Cancelled ? ", broken off" : ", failed: " + error->message());
    }
    return line.str();
}

} // namespace

class Desk::Loading final : public LoadListener {
public:
    explicit Loading(std::shared_ptr<Shared> shared) : m_shared(std::move(shared)) {}

    void onCacheTrouble(const Error& error) override {
        m_shared->log("the packed weights that were kept can't be used and are made again: " + error.message());
    }
    void onLoaded(const LoadedInfo& info) override {
        m_shared->state = State::Ready;
        std::ostringstream line;
        line << std::fixed << std::setprecision(1) << "ready: " << info.device << ", " << info.dtype << ", loaded in "
             << info.seconds << " s";
        m_shared->log(line.str());
    }
    void onUnloaded() override {
        m_shared->state = State::Unloaded;
        m_shared->log("the model is out of memory until the next request");
    }
    void onFailed(const Error& error) override {
        m_shared->state = State::Failed;
        if (error.code != ErrorCode::Cancelled) {
            m_shared->log("the model can't be loaded: " + error.message());
        }
    }
    void onNotKept(const Error& error) override {
        m_shared->log("the packed weights could not be kept for the next time: " + error.message());
    }

private:
    std::shared_ptr<Shared> m_shared;
};

Desk::Desk(ModelOptions options, std::size_t most, std::chrono::milliseconds unloadAfter, Log log)
    : m_options(std::move(options)), m_most(most), m_engine(std::make_unique<Engine>(m_options)) {
    m_shared->log = std::move(log);
    m_engine->unloadAfter(unloadAfter);
}

Desk::~Desk() {
    close();
}

void Desk::open() {
    const std::scoped_lock lock(m_mutex);
    m_engine->use(m_options, std::make_shared<Loading>(m_shared));
}

std::shared_ptr<Job> Desk::take(Request request) {
    const std::scoped_lock lock(m_mutex);
    if (!m_engine || m_shared->jobs >= m_most) {
        return nullptr;
    }
    ++m_shared->jobs;
    const auto feed = std::make_shared<SpeechFeed>(
        m_shared->metrics, [shared = m_shared](const std::optional<Error>& error, const Speech& speech) {
            --shared->jobs;
            if (speech.steps > 0) {
                shared->state = State::Ready; // a load that failed at first was tried again for this job
                shared->log(howItEnded(error, speech));
            }
        });
    auto job = std::make_shared<Job>(feed);
    m_engine->submit(std::move(request), feed, job->stopToken());
    return job;
}

void Desk::close() {
    std::unique_ptr<Engine> engine;
    {
        const std::scoped_lock lock(m_mutex);
        engine = std::move(m_engine);
    }
    engine.reset(); // tells each listener, and a listener may ask this for anything
}

Desk::State Desk::state() const {
    return m_shared->state;
}

std::string Desk::metricsText() const {
    return metrics().text({m_shared->jobs, m_most, state() == State::Ready});
}

} // namespace parley::serve
