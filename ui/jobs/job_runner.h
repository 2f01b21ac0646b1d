// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "bridge/speech_service.h"
#include "jobs/job_entry.h"
#include "jobs/running_job.h"
#include "store/take.h"

#include <QObject>
#include <QString>
#include <map>

namespace parley::ui {

class TakeSink;

/// Has jobs made together, and leads what the service tells of them to theirs. GUI thread; no call waits.
class JobRunner : public QObject {
    Q_OBJECT

public:
    /// Both must outlive the runner.
    JobRunner(SpeechService& service, TakeSink& sink, QObject* parent = nullptr);

    void start(const JobEntry& entry);
    /// What was made so far is kept; ended() follows. Other jobs go on.
    void stop(quint64 id);
    [[nodiscard]] int count() const noexcept { return static_cast<int>(m_jobs.size()); }

Q_SIGNALS:
    void takeStarted(quint64 id, parley::ui::TakeId take);
    void takeAudio(parley::ui::TakeId take, const parley::ui::SoundChunk& chunk);
    /// The take's sink has it by then.
    void takeEnded(parley::ui::TakeId take, parley::ui::TakeState state);
    void progressed(quint64 id, const parley::ui::JobProgress& progress);
    void seedUsed(qint64 seed);
    /// Comes last; the job doesn't count any more.
    /// `error` tells why it failed; else it says nothing.
    void ended(quint64 id, parley::ui::JobState state, const parley::Error& error);

private:
    /// Null: another's job, or one that has ended.
    [[nodiscard]] RunningJob* find(JobId job);
    void beginTake(RunningJob& running);
    void onAudio(RunningJob& running, const SoundChunk& chunk);
    void end(JobId job, JobState state, const SpeechPtr& speech, const Error& error = {});

    SpeechService& m_service;
    TakeSink& m_sink;
    std::map<JobId, RunningJob> m_jobs;
};

} // namespace parley::ui
