// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "parley/engine.h"

#include "backend/parallel.h"
#include "files/stop.h"
#include "parley/script.h"
#include "runtime/edge.h"
#include "runtime/held_model.h"
#include "runtime/job_queue.h"
#include "runtime/waiting_jobs.h"

#include <c10/core/InferenceMode.h>

#include <algorithm>
#include <memory>
#include <optional>

namespace parley {

class Engine::Impl {
public:
    explicit Impl(ModelOptions options)
        : m_model(std::move(options), [this] { endTheStopped(); }),
          m_queue({[this] { return patience(); }, [this] { m_model.unload(); }}) {}

    void submit(Request request, std::shared_ptr<Listener> listener, std::stop_token stop) {
        auto job = std::make_unique<runtime::SpeechJob>();
        job->request = std::move(request);
        job->listener = std::move(listener);
        job->stop.heed(std::move(stop));
        // One turn a job: it speaks whatever waits by then, which may be nothing any more.
        const std::int64_t number = m_waiting.push(std::move(job));
        m_queue.push([this, number](const std::stop_token& quit) { speakAll(number, quit); }, {});
    }

    void use(ModelOptions options, std::shared_ptr<LoadListener> listener, std::stop_token stop) {
        m_waiting.beginModel();
        m_queue.push([this, options = std::move(options), listener = std::move(listener)](
                         const std::stop_token& either) { replace(options, listener, either); },
                     std::move(stop));
    }

    void unloadAfter(std::chrono::milliseconds idle) {
        // Nobody waits for longer, and clocks can't count for ever.
        constexpr std::chrono::milliseconds kLongest = std::chrono::hours(24 * 365);
        m_queue.push([this, idle = std::min(idle, kLongest)](const std::stop_token&) { m_unloadAfter = idle; }, {});
    }

    Result<std::monostate> finishCaching(const std::stop_token& stop) { return m_model.finishCaching(stop); }

private:
    /// Speaks the jobs that wait for this model, and those that arrive meanwhile.
    void speakAll(std::int64_t number, const std::stop_token& quit) {
        const c10::InferenceMode inference;
        backend::prepareThread();
        const auto next = [&] { return nextJob(number, quit); };
        for (std::unique_ptr<runtime::SpeechJob> first = next(); first; first = next()) {
            runtime::Generator* generator = nullptr;
            const auto loaded = runtime::atEdge([&] { generator = &m_model.generator(*first); });
            if (loaded.ok()) {
                generator->run(std::move(first), {next, [this] { endTheStopped(); }});
                m_model.tidyUp();
            } else {
                first->end(loaded);
            }
        }
    }

    /// The next job that can be spoken; those that can't are ended on the way.
    std::unique_ptr<runtime::SpeechJob> nextJob(std::int64_t number, const std::stop_token& quit) {
        while (std::unique_ptr<runtime::SpeechJob> job = m_waiting.take(number)) {
            job->stop.heed(quit);
            // Before the weights are loaded, so that a mistake in the request is told at once.
            const auto checked = runtime::atEdge([&] { check(*job); });
            if (checked.ok()) {
                return job;
            }
            job->end(checked);
        }
        return nullptr;
    }

    void check(runtime::SpeechJob& job) {
        files::throwIfStopped(job.stop.token());
        const runtime::ModelFiles& files = m_model.files(job.stop.token());
        job.checked = runtime::checkRequest(job.request, files.dia.config, files.dac.plan.config);
        const auto textBytes = static_cast<std::int64_t>(job.checked.text.size());
        runtime::requireMemory(files, {job.checked.maxTokens, textBytes}, m_model.isLoaded());
        for (const ScriptWarning& warning : lintScript(job.request.script)) {
            job.listener->onWarning(warning.message);
        }
    }

    void replace(const ModelOptions& options, const std::shared_ptr<LoadListener>& listener,
                 const std::stop_token& stop) {
        const c10::InferenceMode inference;
        backend::prepareThread();
        m_model.replace(options, listener, stop);
    }

    /// Loading takes long, and so do others' scripts; who cancels a job that waits for them shouldn't have to wait,
    /// too.
    void endTheStopped() {
        while (const std::unique_ptr<runtime::SpeechJob> job = m_waiting.takeStopped()) {
            job->end(runtime::atEdge([&] { files::throwIfStopped(job->stop.token()); }));
        }
    }

    [[nodiscard]] std::optional<std::chrono::milliseconds> patience() const {
        const bool isMeant = m_model.isLoaded() && m_unloadAfter > std::chrono::milliseconds::zero();
        return isMeant ? std::optional(m_unloadAfter) : std::nullopt;
    }

    std::chrono::milliseconds m_unloadAfter{0};
    runtime::WaitingJobs m_waiting;
    runtime::HeldModel m_model;
    runtime::JobQueue m_queue; // last: its thread uses all of the above
};

Engine::Engine(ModelOptions options) : m_impl(std::make_unique<Impl>(std::move(options))) {}

Engine::~Engine() = default;

void Engine::submit(Request request, std::shared_ptr<Listener> listener, std::stop_token stop) {
    m_impl->submit(std::move(request), std::move(listener), std::move(stop));
}

Result<std::monostate> Engine::finishCaching(const std::stop_token& stop) {
    return m_impl->finishCaching(stop);
}

void Engine::unloadAfter(std::chrono::milliseconds idle) {
    m_impl->unloadAfter(idle);
}

void Engine::use(ModelOptions options, std::shared_ptr<LoadListener> listener, std::stop_token stop) {
    m_impl->use(std::move(options), std::move(listener), std::move(stop));
}

} // namespace parley
