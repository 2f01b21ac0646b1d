// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "bridge/speech_service.h"
#include "jobs/job_entry.h"
#include "jobs/job_list_model.h"
#include "jobs/job_runner.h"
#include "jobs/making_progress.h"
#include "store/take.h"

#include <QList>
#include <QObject>
#include <QString>
#include <memory>

namespace parley::ui {

class TakeSink;
class WaitingFile;

/// Makes takes in their order, a few together: the engine gets the next job once all before it speak. Orders may be
/// added at any time; a job that fails doesn't stop the others. While there is no model, or it failed to load, jobs
/// wait; while another one loads, too, until what was begun with the one before has ended. GUI thread; no call waits.
class JobQueue : public QObject {
    Q_OBJECT

public:
    /// How many are made together. Four give 2.6 to 4 times the tokens of one (docs/performance.md), and the first
    /// take, the one that a person waits for, is still made at two thirds of its pace alone or more; more takes at a
    /// time would slow it further for little. What waits can still be moved, dropped, and made with another model.
    static constexpr int kMostTogether = 4;

    /// Both must outlive the queue.
    JobQueue(SpeechService& service, TakeSink& sink, QObject* parent = nullptr);
    JobQueue(const JobQueue&) = delete;
    JobQueue& operator=(const JobQueue&) = delete;
    ~JobQueue() override;

    /// One job per take, at the end of the queue. Take i uses seed + i; without a seed one is drawn here.
    QList<quint64> add(const JobOrder& order);
    /// A waiting job; the index counts all rows of model(), and what is no place for it becomes the nearest that is.
    void move(quint64 id, int newIndex);
    /// Takes a waiting or ended job off the list.
    void remove(quint64 id);
    void removeEnded();
    /// A waiting job stays on the list as cancelled; a running one keeps what was made so far.
    void cancel(quint64 id);
    /// The one that stands in front.
    void cancelFront();
    void cancelAll();
    /// A failed or cancelled job becomes the next; maxTokens: as its settings have it, 0 for what they were.
    void retry(quint64 id, int maxTokens = 0);
    /// For as long as the program runs: fewer than kMostTogether, where memory is short.
    void setMostTogether(int count);

    /// What takes are to say of the model that they were made with, from the next job on.
    void setModelName(const QString& name) { m_modelName = name; }

    /// Keeps the waiting recipes in this file from now on, and reads what an earlier run of the program left there.
    void setStateFile(const QString& path);
    /// What waited when the program ended, for the app to offer. They stay in the file until one of the next two.
    [[nodiscard]] const QList<Recipe>& restored() const noexcept { return m_restored; }
    /// Hands them over, to be added again with their voices.
    [[nodiscard]] QList<Recipe> takeRestored();
    void dropRestored();

    /// What a person must know about the state file; empty if all is well.
    [[nodiscard]] QString notice() const;

    [[nodiscard]] JobListModel& model() noexcept { return m_model; }
    [[nodiscard]] const QList<JobEntry>& entries() const noexcept { return m_model.entries(); }
    [[nodiscard]] bool isBusy() const noexcept { return m_runner.count() > 0; }
    [[nodiscard]] int runningCount() const noexcept { return m_runner.count(); }
    [[nodiscard]] int waitingCount() const;

Q_SIGNALS:
    void takeStarted(parley::ui::TakeId take);
    void takeAudio(parley::ui::TakeId take, const parley::ui::SoundChunk& chunk);
    void takeEnded(parley::ui::TakeId take, parley::ui::TakeState state);
    /// The take of the job in front: it began, or the one before it ended.
    void frontTakeChanged(parley::ui::TakeId take);
    /// When the job in front comes further, or another one stands there, or its company changes.
    void progressed(const parley::ui::MakingProgress& making);
    void busyChanged(bool busy);
    void waitingChanged(int count);
    /// The seed that a take was made with, whether it was given or drawn.
    void seedUsed(qint64 seed);
    void jobFailed(quint64 id, const QString& problem);
    void noticeChanged();

private:
    void handOver();
    [[nodiscard]] bool canHandOver() const;
    void announceBusy();
    void announceFront();
    void onTakeStarted(quint64 id, TakeId take);
    void onProgress(quint64 id, const JobProgress& progress);
    void onEnded(quint64 id, JobState state, const Error& error);
    void forgetOldest();
    void keep();

    SpeechService& m_service;
    JobRunner m_runner;
    JobListModel m_model;
    bool m_busy = false;    ///< as it was told last
    TakeId m_frontTake = 0; ///< as it was told last
    quint64 m_lastId = 0;
    int m_mostTogether = kMostTogether;
    QString m_modelName;
    std::unique_ptr<WaitingFile> m_file;
    QList<Recipe> m_restored;
};

} // namespace parley::ui
