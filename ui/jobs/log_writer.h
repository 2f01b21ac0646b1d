// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "bridge/speech_service.h"
#include "jobs/log.h"

#include <QElapsedTimer>
#include <QObject>
#include <map>

namespace parley::ui {

/// Puts into words what a SpeechService does. The engine's remarks on a script and its complaints about one may quote
/// it, so they are counted, never repeated. GUI thread.
class LogWriter : public QObject {
    Q_OBJECT

public:
    /// Both must outlive it.
    LogWriter(SpeechService& service, Log& log, QObject* parent = nullptr);

private:
    void listen(SpeechService& service);
    void onModel(const ModelState& state);
    void onProgress(JobId job, const JobProgress& progress);
    void onEnd(JobId job, LogLevel level, const QString& how, const SpeechPtr& speech);
    void addOf(JobId job, LogLevel level, const QString& text);

    /// What was told of a job last.
    struct Told {
        JobProgress::Phase phase = JobProgress::Phase::Waiting;
        qint64 step = 0;
    };

    Log& m_log;
    ModelState::Phase m_modelPhase = ModelState::Phase::None;
    QElapsedTimer m_loading;
    std::map<JobId, Told> m_jobs; ///< those that haven't ended
};

} // namespace parley::ui
