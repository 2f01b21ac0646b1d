// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "bridge/speech_service.h"
#include "jobs/job_entry.h"
#include "store/take.h"

#include <QObject>
#include <QString>
namespace parley::ui {

class TakeSink;

/// Has one job made at a time, and hands its sound to a TakeSink. The take begins with the model's first step, so that
/// a job which ends before leaves none. GUI thread; no call waits.
class JobRunner : public QObject {
    Q_OBJECT

public:
    /// Both must outlive the runner.
    JobRunner(SpeechService& service, TakeSink& sink, QObject* parent = nullptr);

    /// Only while nothing runs.
    void start(const JobEntry& entry);
    /// What was made so far is kept; ended() follows.
    void stop();
    [[nodiscard]] bool isBusy() const noexcept { return m_current.id != 0; }

Q_SIGNALS:
    void takeStarted(quint64 id, parley::ui::TakeId take);
    void takeAudio(parley::ui::TakeId take, const parley::ui::SoundChunk& chunk);
    /// The take's sink has it by then.
    void takeEnded(parley::ui::TakeId take, parley::ui::TakeState state);
    void progressed(quint64 id, const parley::ui::JobProgress& progress);
    void seedUsed(qint64 seed);
    /// Comes last; start() may be called again.
    void ended(quint64 id, parley::ui::JobState state, const QString& problem);

private:
    struct Current {
        quint64 id = 0; ///< of the entry; 0: nothing runs
        JobId job = 0;
        Recipe recipe;
        TakeId take = 0; ///< 0 until the model begins to speak
        std::size_t samples = 0;
    };

    void beginTake();
    void onAudio(const SoundChunk& chunk);
    void end(JobState state, const SpeechPtr& speech, const QString& problem = {});
    void endTake(const Current& finished, TakeState state, const SpeechPtr& speech, const QString& problem);
    [[nodiscard]] bool isCurrent(JobId job) const noexcept { return isBusy() && m_current.job == job; }

    SpeechService& m_service;
    TakeSink& m_sink;
    Current m_current;
};

} // namespace parley::ui
