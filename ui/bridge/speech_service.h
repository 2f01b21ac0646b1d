// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "bridge/model_limits.h"
#include "parley/listener.h"
#include "parley/model_options.h"
#include "parley/request.h"

#include <QList>
#include <QMetaType>
#include <QObject>
#include <QString>
#include <chrono>
#include <memory>
#include <vector>

namespace parley::ui {

using JobId = quint64;
using SpeechPtr = std::shared_ptr<const Speech>;
using SoundChunk = std::shared_ptr<const std::vector<float>>; ///< mono at kSampleRate

/// What is known of the model that jobs run on.
struct ModelState {
    enum class Phase { None, Loading, Ready, Unloaded, Failed }; ///< unloaded: the next job loads it again
    Phase phase = Phase::None;
    double loaded = 0; ///< while loading: 0 to 1
    QString device;    ///< once ready, and then unloaded: what it runs on, as DeviceInfo::id
    QString dtype;
    Error error;          ///< when it failed
    ModelLimits limits{}; ///< once ready, and then unloaded

    [[nodiscard]] bool isReady() const noexcept { return phase == Phase::Ready; }
};

/// How far a job is. Rates are over the last seconds; times in seconds.
struct JobProgress {
    enum class Phase { Waiting, Loading, Prefill, Decoding };
    Phase phase = Phase::Waiting;
    double fraction = 0; ///< of the phase, 0 to 1
    qint64 step = 0;
    qint64 stepsAtMost = 0;
    double tokensPerSecond = 0;
    double realtime = 0;    ///< seconds of sound made per second
    double secondsLeft = 0; ///< at most, until the sound is whole; 0 while unknown
};

/// Speech for the rest of the program: requests go in by call, everything else comes back as signals on the thread
/// that this object lives on. No call waits. Jobs begin in the order of submit(); several speak together.
class SpeechService : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

    /// Loads this model in the background and uses it for every job that is submitted from now on.
    virtual void useModel(const ModelOptions& options) = 0;
    /// Takes the model out of memory when there was no job for so long; zero: never.
    virtual void unloadAfter(std::chrono::milliseconds idle) = 0;
    /// The job's id; exactly one of finished, cancelled and failed will end it.
    [[nodiscard]] virtual JobId submit(const Request& request) = 0;
    /// Heard within half a second; unknown and ended jobs are ignored.
    virtual void cancel(JobId job) = 0;
    [[nodiscard]] virtual ModelState modelState() const = 0;

Q_SIGNALS:
    void modelChanged(const parley::ui::ModelState& state);
    /// Packed weights that had been kept could not be used; they are made again.
    void cacheTroubled(const parley::Error& error);
    /// Packed weights could not be kept for the next start.
    void weightsNotKept(const parley::Error& error);
    void warned(parley::ui::JobId job, const QString& text);
    /// Every step with its tokens, one per channel.
    void stepped(parley::ui::JobId job, qint64 step, const QList<qint64>& tokens);
    /// At most 20 times a second.
    void progressed(parley::ui::JobId job, const parley::ui::JobProgress& progress);
    void audioReady(parley::ui::JobId job, const parley::ui::SoundChunk& chunk);
    void finished(parley::ui::JobId job, const parley::ui::SpeechPtr& speech);
    void cancelled(parley::ui::JobId job, const parley::ui::SpeechPtr& soFar);
    void failed(parley::ui::JobId job, const parley::Error& error, const parley::ui::SpeechPtr& soFar);
};

} // namespace parley::ui

Q_DECLARE_METATYPE(parley::Error)
