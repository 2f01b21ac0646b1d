// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "bridge/engine_bridge.h"

#include "bridge/progress_meter.h"

#include <utility>

namespace parley::ui {

namespace {

/// Runs `call` on the thread of `object`, after everything that was posted there before.
template <typename Call>
void post(QObject* object, Call call) {
    QMetaObject::invokeMethod(object, std::move(call), Qt::QueuedConnection);
}

void postTrouble(EngineBridge* bridge, const Error& error) {
    post(bridge, [bridge, error] { Q_EMIT bridge->cacheTroubled(error); });
}

} // namespace

/// Lives on the engine's thread and posts.
class EngineBridge::ModelListener final : public LoadListener {
public:
    ModelListener(EngineBridge* bridge, quint64 load) : m_bridge(bridge), m_load(load) {}

    void onLoading(std::uint64_t done, std::uint64_t total) override {
        const double loaded = total > 0 ? static_cast<double>(done) / static_cast<double>(total) : 0.0;
        if (m_pace.mayReport(done == total)) {
            tell({ModelState::Phase::Loading, loaded, {}, {}, {}});
        }
    }
    void onCacheTrouble(const Error& error) override { postTrouble(m_bridge, error); }
    void onLoaded(const LoadedInfo& info) override {
        tell({ModelState::Phase::Ready,
              1,
              QString::fromStdString(info.device),
              QString::fromStdString(info.dtype),
              {},
              {static_cast<int>(info.mostBytes), static_cast<int>(info.mostTokens)}});
    }
    void onUnloaded() override {
        post(m_bridge, [bridge = m_bridge, load = m_load] {
            if (load == bridge->m_loads) {
                bridge->setUnloaded();
            }
        });
    }
    void onFailed(const Error& error) override { tell({ModelState::Phase::Failed, 0, {}, {}, error}); }
    void onNotKept(const Error& error) override {
        post(m_bridge, [bridge = m_bridge, load = m_load, error] {
            if (load == bridge->m_loads) {
                Q_EMIT bridge->weightsNotKept(error);
            }
        });
    }

private:
    void tell(const ModelState& state) {
        post(m_bridge, [bridge = m_bridge, load = m_load, state] {
            if (load == bridge->m_loads) {
                bridge->setState(state);
            }
        });
    }

    EngineBridge* m_bridge;
    quint64 m_load;
    ReportPace m_pace;
};

/// Lives on the engine's thread and posts.
class EngineBridge::JobListener final : public Listener {
public:
    JobListener(EngineBridge* bridge, JobId job) : m_bridge(bridge), m_job(job) {}

    void onLoading(std::uint64_t done, std::uint64_t total) override {
        report(
            ProgressMeter::phase(JobProgress::Phase::Loading, static_cast<double>(done), static_cast<double>(total)));
    }
    void onCacheTrouble(const Error& error) override { postTrouble(m_bridge, error); }
    void onPrefill(std::int64_t done, std::int64_t total) override {
        report(
            ProgressMeter::phase(JobProgress::Phase::Prefill, static_cast<double>(done), static_cast<double>(total)));
    }
    void onWarning(const std::string& text) override { tell(&EngineBridge::warned, QString::fromStdString(text)); }
    void onStep(std::int64_t step, std::int64_t atMost, std::span<const std::int64_t> tokens) override {
        const QList<qint64> list(tokens.begin(), tokens.end());
        tell(&EngineBridge::stepped, qint64{step}, list);
        report(m_meter.step(step, atMost));
    }
    void onAudio(std::span<const float> samples) override {
        tell(&EngineBridge::audioReady, std::make_shared<const std::vector<float>>(samples.begin(), samples.end()));
    }
    void onFinished(const Speech& speech) override { end(&EngineBridge::finished, share(speech)); }
    void onCancelled(const Speech& soFar) override { end(&EngineBridge::cancelled, share(soFar)); }
    void onFailed(const Error& error, const Speech& soFar) override { end(&EngineBridge::failed, error, share(soFar)); }

private:
    static SpeechPtr share(const Speech& speech) { return std::make_shared<const Speech>(speech); }

    void report(const JobProgress& progress) {
        if (m_pace.mayReport(progress.fraction >= 1)) {
            tell(&EngineBridge::progressed, progress);
        }
    }
    template <typename Signal, typename... Values>
    void tell(Signal signal, const Values&... values) {
        post(m_bridge, [bridge = m_bridge, job = m_job, signal, values...] { (bridge->*signal)(job, values...); });
    }
    template <typename Signal, typename... Values>
    void end(Signal signal, const Values&... values) {
        post(m_bridge, [bridge = m_bridge, job = m_job, signal, values...] {
            bridge->m_jobs.erase(job);
            (bridge->*signal)(job, values...);
        });
    }

    EngineBridge* m_bridge;
    JobId m_job;
    ProgressMeter m_meter;
    ReportPace m_pace;
};

EngineBridge::EngineBridge(QObject* parent) : SpeechService(parent) {}

EngineBridge::~EngineBridge() {
    m_loading.request_stop();
    for (auto& [job, stop] : m_jobs) {
        stop.request_stop();
    }
}

void EngineBridge::useModel(const ModelOptions& options) {
    m_loading.request_stop();
    m_loading = std::stop_source();
    setState({ModelState::Phase::Loading, 0, {}, {}, {}});
    m_engine.use(options, std::make_shared<ModelListener>(this, ++m_loads), m_loading.get_token());
}

JobId EngineBridge::submit(const Request& request) {
    const JobId job = ++m_lastJob;
    const std::stop_source& stop = m_jobs[job];
    m_engine.submit(request, std::make_shared<JobListener>(this, job), stop.get_token());
    return job;
}

void EngineBridge::cancel(JobId job) {
    if (const auto found = m_jobs.find(job); found != m_jobs.end()) {
        found->second.request_stop();
    }
}

void EngineBridge::setUnloaded() {
    ModelState state = m_known;
    state.phase = ModelState::Phase::Unloaded;
    state.loaded = 0;
    setState(state);
}

void EngineBridge::setState(const ModelState& state) {
    m_state = state;
    if (state.isReady()) {
        m_known = state;
    }
    Q_EMIT modelChanged(m_state);
}

} // namespace parley::ui
