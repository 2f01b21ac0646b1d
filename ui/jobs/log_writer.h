// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "bridge/speech_service.h"
#include "jobs/log.h"

#include <QElapsedTimer>
#include <QObject>

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
    void onEnd(LogLevel level, const QString& how, const SpeechPtr& speech);
    void follow(JobId job);

    Log& m_log;
    ModelState::Phase m_modelPhase = ModelState::Phase::None;
    QElapsedTimer m_loading;
    JobId m_job = 0;                                          ///< the one that was heard of last
    JobProgress::Phase m_phase = JobProgress::Phase::Waiting; ///< as it was told last
    qint64 m_step = 0;                                        ///< the last one that was told
};

} // namespace parley::ui
