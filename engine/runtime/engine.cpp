// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "parley/engine.h"

#include "backend/device_memory.h"
#include "backend/parallel.h"
#include "files/stop.h"
#include "parley/script.h"
#include "runtime/cache_writer.h"
#include "runtime/edge.h"
#include "runtime/generator.h"
#include "runtime/job_queue.h"
#include "runtime/make_speaker.h"
#include "runtime/model_loader.h"
#include "runtime/waiting_jobs.h"

#include <c10/core/InferenceMode.h>

#include <memory>
#include <optional>

namespace parley {

class Engine::Impl {
public:
    explicit Impl(ModelOptions options) : m_options(std::move(options)) {}

    void submit(Request request, std::shared_ptr<Listener> listener, std::stop_token stop) {
        auto job = std::make_unique<runtime::SpeechJob>();
        job->request = std::move(request);
        job->listener = std::move(listener);
        job->stop.heed(std::move(stop));
        // One turn a job: it speaks whatever waits by then, which may be nothing any more.
        const std::int64_t model = m_waiting.push(std::move(job));
        m_queue.push([this, model](const std::stop_token& quit) { speakAll(model, quit); }, {});
    }

    void use(ModelOptions options, std::shared_ptr<LoadListener> listener, std::stop_token stop) {
        m_waiting.beginModel();
        m_queue.push([this, options = std::move(options), listener = std::move(listener)](
                         const std::stop_token& either) { replace(options, listener, either); },
                     std::move(stop));
    }

    Result<std::monostate> finishCaching(const std::stop_token& stop) { return m_cacheWriter.finish(stop); }

private:
    /// Speaks the jobs that wait for this model, and those that arrive meanwhile.
    void speakAll(std::int64_t model, const std::stop_token& quit) {
        const c10::InferenceMode inference;
        backend::prepareThread();
        const auto next = [&] { return nextJob(model, quit); };
        for (std::unique_ptr<runtime::SpeechJob> first = next(); first; first = next()) {
            const auto loaded = runtime::atEdge([&] { loadFor(*first); });
            if (loaded.ok()) {
                m_generator->run(std::move(first), {next, [this] { endTheStopped(); }});
                if (m_generator->hasFailed()) {
                    unload();
                } else {
                    backend::releaseUnused(m_model.target.device);
                }
            } else {
                first->end(loaded);
            }
        }
    }

    /// The next job that can be spoken; those that can't are ended on the way.
    std::unique_ptr<runtime::SpeechJob> nextJob(std::int64_t model, const std::stop_token& quit) {
        while (std::unique_ptr<runtime::SpeechJob> job = m_waiting.take(model)) {
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
        const runtime::ModelFiles& files = openFiles(job.stop.token());
        job.checked = runtime::checkRequest(job.request, files.dia.config, files.dac.plan.config);
        const auto textBytes = static_cast<std::int64_t>(job.checked.text.size());
        runtime::requireMemory(files, {job.checked.maxTokens, textBytes}, m_generator != nullptr);
        for (const ScriptWarning& warning : lintScript(job.request.script)) {
            job.listener->onWarning(warning.message);
        }
    }

    void loadFor(runtime::SpeechJob& job) {
        if (!m_generator) {
            load(openFiles(job.stop.token()), *job.listener, job.stop.token(), {});
            job.speech.figures.load = m_model.loadSeconds;
        }
    }

    void replace(const ModelOptions& options, const std::shared_ptr<LoadListener>& listener,
                 const std::stop_token& stop) {
        const c10::InferenceMode inference;
        backend::prepareThread();
        unload(); // first of all, so that two models are never in memory at once
        m_options = options;
        const auto onNotKept = [listener](const Error& error) { listener->onNotKept(error); };
        const auto result = runtime::atEdge([&] {
            const runtime::ModelFiles& files = openFiles(stop);
            runtime::requireMemory(files, {}, false);
            load(files, *listener, stop, onNotKept);
        });
        if (result.ok()) {
            const auto& sizes = openFiles(stop).dia.config;
            listener->onLoaded({m_model.target.deviceName, m_model.target.dtypeName, m_model.loadSeconds,
                                sizes.encoder.maxPositions, sizes.decoder.maxPositions});
        } else {
            listener->onFailed(result.error());
        }
    }

    /// The next job loads anew.
    void unload() {
        m_cacheWriter.stop();
        const at::Device device = m_model.target.device;
        m_generator.reset();
        m_memory = {};
        m_model = {};
        m_files.reset();
        (void)runtime::atEdge([&] { backend::giveBack(device); }); // a GPU that is gone has nothing to give
    }

    /// Loading takes long, and so do others' scripts; who cancels a job that waits for them shouldn't have to wait,
    /// too.
    void endTheStopped() {
        while (const std::unique_ptr<runtime::SpeechJob> job = m_waiting.takeStopped()) {
            job->end(runtime::atEdge([&] { files::throwIfStopped(job->stop.token()); }));
        }
    }

    const runtime::ModelFiles& openFiles(const std::stop_token& stop) {
        if (!m_files) {
            m_files = runtime::openModelFiles(m_options, stop);
        }
        return *m_files;
    }

    /// Loading: anything with onLoading() and onCacheTrouble().
    template <typename Loading>
    void load(const runtime::ModelFiles& files, Loading& listener, const std::stop_token& stop,
              const runtime::CacheWriter::OnFailure& onNotKept) {
        m_model = runtime::loadModel(files, stop, [&](std::uint64_t done, std::uint64_t total) {
            endTheStopped();
            listener.onLoading(done, total);
        });
        if (m_model.cacheTrouble) {
            listener.onCacheTrouble(*m_model.cacheTrouble);
        }
        m_cacheWriter.start(std::move(m_model.unkept), onNotKept);
        m_memory = {};
        m_generator = std::make_unique<runtime::Generator>(m_model, m_memory, runtime::makeSpeaker(m_model, m_memory));
    }

    ModelOptions m_options;
    std::optional<runtime::ModelFiles> m_files;
    runtime::LoadedModel m_model;
    runtime::PromptMemory m_memory;
    std::unique_ptr<runtime::Generator> m_generator;
    runtime::CacheWriter m_cacheWriter;
    runtime::WaitingJobs m_waiting;
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

void Engine::use(ModelOptions options, std::shared_ptr<LoadListener> listener, std::stop_token stop) {
    m_impl->use(std::move(options), std::move(listener), std::move(stop));
}

} // namespace parley
