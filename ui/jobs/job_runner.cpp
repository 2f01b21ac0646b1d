// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "jobs/job_runner.h"

#include "bridge/error_text.h"
#include "jobs/take_sink.h"
#include "parley/script.h"

#include <memory>
#include <utility>
#include <vector>

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
        if (isCurrent(job)) {
            beginTake();
        }
    });
    connect(&m_service, &SpeechService::progressed, this, [this](JobId job, const JobProgress& progress) {
        if (isCurrent(job)) {
            Q_EMIT progressed(m_current.id, progress);
        }
    });
    connect(&m_service, &SpeechService::audioReady, this, [this](JobId job, const SoundChunk& chunk) {
        if (isCurrent(job)) {
            onAudio(chunk);
        }
    });
    connect(&m_service, &SpeechService::finished, this, [this](JobId job, const SpeechPtr& speech) {
        if (isCurrent(job)) {
            end(JobState::Done, speech);
        }
    });
    connect(&m_service, &SpeechService::cancelled, this, [this](JobId job, const SpeechPtr& soFar) {
        if (isCurrent(job)) {
            end(JobState::Cancelled, soFar);
        }
    });
    connect(&m_service, &SpeechService::failed, this, [this](JobId job, const Error& error, const SpeechPtr& soFar) {
        if (isCurrent(job)) {
            end(JobState::Failed, soFar, errorText(error));
        }
    });
}

void JobRunner::start(const JobEntry& entry) {
    m_current = Current{.id = entry.id, .job = 0, .recipe = entry.recipe};
    m_current.job = m_service.submit(requestFor(entry));
}

void JobRunner::stop() {
    if (isBusy()) {
        m_service.cancel(m_current.job);
    }
}

void JobRunner::beginTake() {
    if (m_current.take == 0) {
        m_current.take = m_sink.begin(m_current.recipe);
        Q_EMIT takeStarted(m_current.id, m_current.take);
    }
}

void JobRunner::onAudio(const SoundChunk& chunk) {
    if (!chunk || chunk->empty()) {
        return;
    }
    beginTake();
    m_current.samples += chunk->size();
    m_sink.append(m_current.take, *chunk);
    Q_EMIT takeAudio(m_current.take, chunk);
}

void JobRunner::end(JobState state, const SpeechPtr& speech, const QString& problem) {
    // What was made but not handed over in pieces, as when a job is stopped between two of them.
    if (speech && speech->sound.samples.size() > m_current.samples) {
        const auto first = speech->sound.samples.begin() + static_cast<std::ptrdiff_t>(m_current.samples);
        onAudio(std::make_shared<const std::vector<float>>(first, speech->sound.samples.end()));
    }
    const Current finished = std::exchange(m_current, Current());
    if (finished.take != 0) {
        endTake(finished, takeStateOf(state), speech, problem);
    }
    Q_EMIT ended(finished.id, state, problem);
}

void JobRunner::endTake(const Current& finished, TakeState state, const SpeechPtr& speech, const QString& problem) {
    Recipe asMade = finished.recipe;
    qint64 steps = 0;
    if (speech) {
        asMade.settings.seed = static_cast<qint64>(speech->seed);
        asMade.device = QString::fromStdString(speech->device);
        asMade.dtype = QString::fromStdString(speech->dtype);
        steps = speech->steps;
        Q_EMIT seedUsed(asMade.settings.seed);
    }
    m_sink.finish(finished.take, state, asMade, steps, problem);
    Q_EMIT takeEnded(finished.take, state);
}

} // namespace parley::ui
