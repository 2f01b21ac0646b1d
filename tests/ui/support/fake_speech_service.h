// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "bridge/speech_service.h"

#include <QList>
#include <QString>
#include <QStringList>
#include <cstddef>
#include <deque>
#include <map>
#include <optional>
#include <vector>

namespace parley::ui {

/// How a job of FakeSpeechService goes.
struct FakeJob {
    enum class Ending {
        Finish,
        Fail, ///< with `error`, behind the last step
        Hang, ///< behind the last step nothing comes until it is cancelled
    };
    Ending ending = Ending::Finish;
    qint64 steps = 4;
    std::size_t samplesPerStep = 512; ///< 0: no sound
    std::size_t heldBack = 0;         ///< samples at the end that come with the result alone
    QStringList warnings;
    Error error;
};

/// Speaks as a test tells it to, without engine, thread or clock: each turn of the event loop takes the jobs that have
/// begun one step further, and begins one more.
class FakeSpeechService : public SpeechService {
    Q_OBJECT

public:
    static constexpr qint64 kFirstDrawnSeed = 1000; ///< seeds that are drawn count up from here

    /// With a model that is ready.
    explicit FakeSpeechService(QObject* parent = nullptr);

    /// How the next jobs go that are submitted; without one, like FakeJob().
    void expect(const FakeJob& job) { m_plans.push_back(job); }
    /// Announces it, too.
    void setModelState(const ModelState& state);
    /// As it is once it can be used.
    [[nodiscard]] static ModelState readyState();

    /// All that were ever submitted.
    [[nodiscard]] const QList<Request>& requests() const noexcept { return m_requests; }
    [[nodiscard]] const std::vector<ModelOptions>& models() const noexcept { return m_models; }
    [[nodiscard]] int runningJobs() const noexcept { return static_cast<int>(m_jobs.size()); }
    /// The samples that a job makes, whatever its script.
    [[nodiscard]] static std::vector<float> sound(std::size_t first, std::size_t count);

    [[nodiscard]] std::chrono::milliseconds unloadAfter() const noexcept { return m_unloadAfter; }

    void useModel(const ModelOptions& options) override;
    void unloadAfter(std::chrono::milliseconds idle) override { m_unloadAfter = idle; }
    [[nodiscard]] JobId submit(const Request& request) override;
    void cancel(JobId job) override;
    [[nodiscard]] ModelState modelState() const override { return m_state; }

private:
    struct Job {
        JobId id = 0;
        FakeJob plan;
        qint64 seed = 0;
        qint64 step = -1; ///< −1: hasn't begun
        bool cancelled = false;
    };

    void load();
    void turnLater();
    void turn();
    /// False: nothing more comes of the job before it is cancelled.
    bool advance(Job& job);
    void begin(Job& job);
    void step(Job& job);
    void end(JobId id);
    [[nodiscard]] SpeechPtr speechOf(const Job& job) const;

    ModelState m_state;
    std::deque<FakeJob> m_plans;
    std::map<JobId, Job> m_jobs;
    QList<Request> m_requests;
    std::vector<ModelOptions> m_models;
    std::chrono::milliseconds m_unloadAfter{0};
    JobId m_lastId = 0;
    qint64 m_drawn = 0;
    bool m_turning = false;
};

} // namespace parley::ui
