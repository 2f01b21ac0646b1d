// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "jobs/running_job.h"

#include "jobs/take_sink.h"

#include <memory>
#include <vector>

namespace parley::ui {

RunningJob::RunningJob(const JobEntry& entry, TakeSink& sink) : m_sink(sink), m_id(entry.id), m_recipe(entry.recipe) {}

bool RunningJob::beginTake() {
    if (m_take != 0) {
        return false;
    }
    m_take = m_sink.begin(m_recipe);
    return true;
}

void RunningJob::append(const SoundChunk& chunk) {
    m_samples += chunk->size();
    m_sink.append(m_take, *chunk);
}

SoundChunk RunningJob::rest(const SpeechPtr& speech) const {
    if (!speech || speech->sound.samples.size() <= m_samples) {
        return nullptr;
    }
    const auto first = speech->sound.samples.begin() + static_cast<std::ptrdiff_t>(m_samples);
    return std::make_shared<const std::vector<float>>(first, speech->sound.samples.end());
}

void RunningJob::endTake(TakeState state, const SpeechPtr& speech, const QString& problem) {
    if (m_take == 0) {
        return;
    }
    Recipe asMade = m_recipe;
    if (speech) {
        asMade.settings.seed = static_cast<qint64>(speech->seed);
        asMade.device = QString::fromStdString(speech->device);
        asMade.dtype = QString::fromStdString(speech->dtype);
    }
    m_sink.finish(m_take, state, asMade, speech ? speech->steps : 0, problem);
}

} // namespace parley::ui
