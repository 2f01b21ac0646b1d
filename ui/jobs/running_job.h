// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "bridge/speech_service.h"
#include "jobs/job_entry.h"
#include "store/take.h"

#include <QString>
#include <cstddef>

namespace parley::ui {

class TakeSink;

/// A job that the engine has, and the take that comes of it. The take begins with the model's first step, so that a job
/// which ends before leaves none. GUI thread; no call waits.
class RunningJob {
public:
    /// The sink must outlive it.
    RunningJob(const JobEntry& entry, TakeSink& sink);

    /// Of the entry.
    [[nodiscard]] quint64 id() const noexcept { return m_id; }
    /// 0 until it begins.
    [[nodiscard]] TakeId take() const noexcept { return m_take; }

    /// False if there is a take already.
    bool beginTake();
    /// The take must have begun.
    void append(const SoundChunk& chunk);
    /// What was made but not appended, as when a job is stopped between two pieces; may be null.
    [[nodiscard]] SoundChunk rest(const SpeechPtr& speech) const;
    /// Ends the take, if there is one. Without `speech` it keeps the recipe as it was ordered.
    void endTake(TakeState state, const SpeechPtr& speech, const QString& problem);

private:
    TakeSink& m_sink;
    quint64 m_id;
    Recipe m_recipe;
    TakeId m_take = 0;
    std::size_t m_samples = 0;
};

} // namespace parley::ui
