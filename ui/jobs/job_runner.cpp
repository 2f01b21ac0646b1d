// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "jobs/job_runner.h"

#include "bridge/error_text.h"
#include "parley/script.h"

#include <utility>

namespace parley::ui {

namespace {

Request requestFor(const JobEntry& entry) {
    Request request;
    const std::string script = entry.recipe.script.toStdString();
    request.script = entry.recipe.settings.closingTag ? withClosingTag(script) : script;
    if (entry.voice) {
        request.voice = *entry.voice;
    }
    request.options = toGenerationOptions(entry.recipe.settings, 0);
    return request;
}

TakeState takeStateOf(JobState state) {
    switch (state) {
    case JobState::Done:
        return TakeState::Whole;
    case JobState::Cancelled:
        return TakeState::Stopped;
    default:
        return TakeState::Failed;
    }
}

} // namespace

JobRunner::JobRunner(SpeechService& service, TakeSink& sink, QObject* parent)
    : QObject(parent), m_service(service), m_sink(sink) {
    connect(&m_service, &SpeechService::stepped, this, [this](JobId job) {
        if (RunningJob* const running = find(job)) {
            beginTake(*running);
        }
    });
    connect(&m_service, &SpeechService::progressed, this, [this](JobId job, const JobProgress& progress) {
        if (const RunningJob* const running = find(job)) {
            Q_EMIT progressed(running->id(), progress);
        }
    });
    connect(&m_service, &SpeechService::audioReady, this, [this](JobId job, const SoundChunk& chunk) {
        if (RunningJob* const running = find(job)) {
            onAudio(*running, chunk);
        }
    });
    connect(&m_service, &SpeechService::finished, this,
            [this](JobId job, const SpeechPtr& speech) { end(job, JobState::Done, speech); });
    connect(&m_service, &SpeechService::cancelled, this,
            [this](JobId job, const SpeechPtr& soFar) { end(job, JobState::Cancelled, soFar); });
    connect(&m_service, &SpeechService::failed, this, [this](JobId job, const Error& error, const SpeechPtr& soFar) {
        end(job, JobState::Failed, soFar, error);
    });
}

void JobRunner::start(const JobEntry& entry) {
    m_jobs.emplace(m_service.submit(requestFor(entry)), RunningJob(entry, m_sink));
}

void JobRunner::stop(quint64 id) {
    for (const auto& [job, running] : m_jobs) {
        if (running.id() == id) {
            m_service.cancel(job);
            return;
        }
    }
}

RunningJob* JobRunner::find(JobId job) {
    const auto found = m_jobs.find(job);
    return found == m_jobs.end() ? nullptr : &found->second;
}

void JobRunner::beginTake(RunningJob& running) {
    if (running.beginTake()) {
        Q_EMIT takeStarted(running.id(), running.take());
    }
}

void JobRunner::onAudio(RunningJob& running, const SoundChunk& chunk) {
    if (!chunk || chunk->empty()) {
        return;
    }
    beginTake(running);
    running.append(chunk);
    Q_EMIT takeAudio(running.take(), chunk);
}

void JobRunner::end(JobId job, JobState state, const SpeechPtr& speech, const Error& error) {
    RunningJob* const running = find(job);
    if (running == nullptr) {
        return;
    }
    onAudio(*running, running->rest(speech));
    RunningJob finished = std::move(m_jobs.extract(job).mapped());
    if (finished.take() != 0) {
        if (speech) {
            Q_EMIT seedUsed(static_cast<qint64>(speech->seed));
        }
        finished.endTake(takeStateOf(state), speech, state == JobState::Failed ? errorText(error) : QString());
        Q_EMIT takeEnded(finished.take(), takeStateOf(state));
    }
    Q_EMIT ended(finished.id(), state, error);
}

} // namespace parley::ui
