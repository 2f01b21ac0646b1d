// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "bridge/speech_service.h"
#include "parley/engine.h"

#include <map>
#include <stop_token>

namespace parley::ui {

/// The engine's thread, spoken to from the thread that this object lives on. Destruction stops what runs, which takes
/// at most half a second; jobs that had not ended by then end without a signal.
class EngineBridge final : public SpeechService {
    Q_OBJECT

public:
    explicit EngineBridge(QObject* parent = nullptr);
    EngineBridge(const EngineBridge&) = delete;
    EngineBridge& operator=(const EngineBridge&) = delete;
    ~EngineBridge() override;

    void useModel(const ModelOptions& options) override;
    void unloadAfter(std::chrono::milliseconds idle) override { m_engine.unloadAfter(idle); }
    [[nodiscard]] JobId submit(const Request& request) override;
    void cancel(JobId job) override;
    [[nodiscard]] ModelState modelState() const override { return m_state; }

private:
    class ModelListener;
    class JobListener;

    void setState(const ModelState& state);
    void setUnloaded();

    ModelState m_state;
    ModelState m_known;  ///< as it was when the model was last in memory
    quint64 m_loads = 0; ///< what an earlier load still has to say isn't heard any more
    std::stop_source m_loading;
    JobId m_lastJob = 0;
    std::map<JobId, std::stop_source> m_jobs;
    Engine m_engine; // last: its thread posts to this object
};

} // namespace parley::ui
