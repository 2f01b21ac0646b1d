// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/support/fake_speech_service.h"

#include <QTimer>
#include <algorithm>
#include <cmath>
#include <memory>
#include <numbers>
#include <utility>

namespace parley::ui {

namespace {

constexpr double kRate = 12.5;     // tokens per second
constexpr double kRealtime = 0.15; // seconds of sound per second
constexpr qint64 kChannels = 9;

} // namespace

FakeSpeechService::FakeSpeechService(QObject* parent) : SpeechService(parent), m_state(readyState()) {}

ModelState FakeSpeechService::readyState() {
    ModelState state;
    state.phase = ModelState::Phase::Ready;
    state.loaded = 1;
    state.device = QStringLiteral("cpu");
    state.dtype = QStringLiteral("bfloat16");
    return state;
}

void FakeSpeechService::setModelState(const ModelState& state) {
    m_state = state;
    Q_EMIT modelChanged(m_state);
    turnLater();
}

std::vector<float> FakeSpeechService::sound(std::size_t first, std::size_t count) {
    constexpr double kTurnsPerSample = 440.0 / kSampleRate;
    std::vector<float> samples(count);
    for (std::size_t i = 0; i < count; ++i) {
        const double turns = kTurnsPerSample * static_cast<double>(first + i);
        samples[i] = static_cast<float>(0.5 * std::sin(2 * std::numbers::pi * turns));
    }
    return samples;
}

void FakeSpeechService::useModel(const ModelOptions& options) {
    m_models.push_back(options);
    load();
}

void FakeSpeechService::load() {
    ModelState loading;
    loading.phase = ModelState::Phase::Loading;
    setModelState(loading);
    QTimer::singleShot(0, this, [this] { setModelState(readyState()); });
}

JobId FakeSpeechService::submit(const Request& request) {
    m_requests.append(request);
    Job job;
    job.id = ++m_lastId;
    if (!m_plans.empty()) {
        job.plan = std::move(m_plans.front());
        m_plans.pop_front();
    }
    job.seed = request.options.seed >= 0 ? request.options.seed : kFirstDrawnSeed + m_drawn++;
    m_jobs.emplace(m_lastId, std::move(job));
    if (m_state.phase == ModelState::Phase::Unloaded) {
        QTimer::singleShot(0, this, &FakeSpeechService::load); // as all that is heard of the engine
    }
    turnLater();
    return m_lastId;
}

void FakeSpeechService::cancel(JobId job) {
    if (const auto found = m_jobs.find(job); found != m_jobs.end()) {
        found->second.cancelled = true;
    }
    turnLater();
}

void FakeSpeechService::turnLater() {
    if (!std::exchange(m_turning, true)) {
        QTimer::singleShot(0, this, &FakeSpeechService::turn);
    }
}

void FakeSpeechService::turn() {
    m_turning = false;
    QList<JobId> ids; // a test may submit meanwhile
    for (const auto& [id, job] : m_jobs) {
        ids.append(id);
        if (job.step < 0) {
            break; // like the engine, it reads one script at a time
        }
    }
    bool anyGoesOn = false;
    for (const JobId id : ids) {
        if (const auto found = m_jobs.find(id); found != m_jobs.end()) {
            anyGoesOn = advance(found->second) || anyGoesOn;
        }
    }
    if (anyGoesOn) {
        turnLater();
    }
}

bool FakeSpeechService::advance(Job& job) {
    const bool hasMore = job.step < job.plan.steps;
    const bool hangs = !hasMore && job.plan.ending == FakeJob::Ending::Hang;
    if (!job.cancelled && (!m_state.isReady() || hangs)) {
        return false;
    }
    if (job.cancelled || !hasMore) {
        end(job.id);
    } else if (job.step < 0) {
        begin(job);
    } else {
        step(job);
    }
    return true;
}

void FakeSpeechService::begin(Job& job) {
    job.step = 0;
    const JobId id = job.id;
    const QStringList warnings = job.plan.warnings;
    for (const QString& warning : warnings) {
        Q_EMIT warned(id, warning);
    }
    JobProgress progress;
    progress.phase = JobProgress::Phase::Prefill;
    progress.fraction = 0.5;
    Q_EMIT progressed(id, progress);
}

void FakeSpeechService::step(Job& job) {
    const JobId id = job.id;
    const FakeJob plan = job.plan;
    const qint64 step = ++job.step;
    JobProgress progress;
    progress.phase = JobProgress::Phase::Decoding;
    progress.fraction = static_cast<double>(step) / static_cast<double>(plan.steps);
    progress.step = step;
    progress.stepsAtMost = plan.steps;
    progress.tokensPerSecond = kRate;
    progress.realtime = kRealtime;
    progress.secondsLeft = static_cast<double>(plan.steps - step) / kRate;
    Q_EMIT stepped(id, step, QList<qint64>(kChannels, step));
    Q_EMIT progressed(id, progress);
    const std::size_t first = static_cast<std::size_t>(step - 1) * plan.samplesPerStep;
    const std::size_t all = static_cast<std::size_t>(plan.steps) * plan.samplesPerStep;
    const std::size_t streamed = all - std::min(all, plan.heldBack);
    if (first < streamed) {
        const std::size_t count = std::min(plan.samplesPerStep, streamed - first);
        Q_EMIT audioReady(id, std::make_shared<const std::vector<float>>(sound(first, count)));
    }
}

void FakeSpeechService::end(JobId id) {
    const Job job = std::move(m_jobs.extract(id).mapped());
    if (job.cancelled) {
        Q_EMIT cancelled(job.id, speechOf(job));
    } else if (job.plan.ending == FakeJob::Ending::Fail) {
        Q_EMIT failed(job.id, job.plan.error, speechOf(job));
    } else {
        Q_EMIT finished(job.id, speechOf(job));
    }
}

SpeechPtr FakeSpeechService::speechOf(const Job& job) const {
    auto speech = std::make_shared<Speech>();
    const qint64 steps = std::max<qint64>(job.step, 0);
    speech->sound.samples = sound(0, static_cast<std::size_t>(steps) * job.plan.samplesPerStep);
    speech->steps = steps;
    speech->seed = static_cast<std::uint64_t>(job.seed);
    speech->device = m_state.device.toStdString();
    speech->dtype = m_state.dtype.toStdString();
    speech->figures.decode = static_cast<double>(steps) / kRate;
    return speech;
}

} // namespace parley::ui
