// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "parley/engine.h"

#include "backend/parallel.h"
#include "parley/script.h"
#include "runtime/edge.h"
#include "runtime/generator.h"
#include "runtime/job_queue.h"
#include "runtime/model_loader.h"

#include <c10/core/InferenceMode.h>

#include <memory>
#include <optional>

namespace parley {

class Engine::Impl {
public:
    explicit Impl(ModelOptions options) : m_options(std::move(options)) {}

    void submit(Request request, std::shared_ptr<Listener> listener, std::stop_token stop) {
        m_queue.push([this, request = std::move(request), listener = std::move(listener)](
                         const std::stop_token& either) { run(request, *listener, either); },
                     std::move(stop));
    }

    void use(ModelOptions options, std::shared_ptr<LoadListener> listener, std::stop_token stop) {
        m_queue.push([this, options = std::move(options), listener = std::move(listener)](
                         const std::stop_token& either) { replace(options, *listener, either); },
                     std::move(stop));
    }

private:
    void run(const Request& request, Listener& listener, const std::stop_token& stop) {
        const c10::InferenceMode inference;
        backend::prepareThread();
        Speech speech;
        const auto result = runtime::atEdge([&] { speak(request, listener, stop, speech); });
        if (result.ok()) {
            listener.onFinished(speech);
        } else if (result.error().code == ErrorCode::Cancelled) {
            listener.onCancelled(speech);
        } else {
            listener.onFailed(result.error(), speech);
        }
    }

    void speak(const Request& request, Listener& listener, const std::stop_token& stop, Speech& speech) {
        const runtime::ModelFiles& files = openFiles();
        // Before the weights are loaded, so that a mistake in the request is told at once.
        const runtime::CheckedRequest checked = runtime::checkRequest(request, files.dia.config, files.dac.plan.config);
        for (const ScriptWarning& warning : lintScript(request.script)) {
            listener.onWarning(warning.message);
        }
        if (!m_generator) {
            load(files, listener, stop);
            speech.figures.load = m_model.loadSeconds;
        }
        m_generator->run(request, checked, listener, stop, speech);
    }

    void replace(const ModelOptions& options, LoadListener& listener, const std::stop_token& stop) {
        const c10::InferenceMode inference;
        backend::prepareThread();
        // First of all, so that two models are never in memory at once.
        m_generator.reset();
        m_model = {};
        m_files.reset();
        m_options = options;
        const auto result = runtime::atEdge([&] { load(openFiles(), listener, stop); });
        if (result.ok()) {
            listener.onLoaded({m_model.target.deviceName, m_model.target.dtypeName, m_model.loadSeconds});
        } else {
            listener.onFailed(result.error());
        }
    }

    const runtime::ModelFiles& openFiles() {
        if (!m_files) {
            m_files = runtime::openModelFiles(m_options);
        }
        return *m_files;
    }

    /// Loading: anything with onLoading().
    template <typename Loading>
    void load(const runtime::ModelFiles& files, Loading& listener, const std::stop_token& stop) {
        m_model = runtime::loadModel(files, stop,
                                     [&](std::uint64_t done, std::uint64_t total) { listener.onLoading(done, total); });
        m_generator = std::make_unique<runtime::Generator>(m_model);
    }

    ModelOptions m_options;
    std::optional<runtime::ModelFiles> m_files;
    runtime::LoadedModel m_model;
    std::unique_ptr<runtime::Generator> m_generator;
    runtime::JobQueue m_queue; // last: its thread uses all of the above
};

Engine::Engine(ModelOptions options) : m_impl(std::make_unique<Impl>(std::move(options))) {}

Engine::~Engine() = default;

void Engine::submit(Request request, std::shared_ptr<Listener> listener, std::stop_token stop) {
    m_impl->submit(std::move(request), std::move(listener), std::move(stop));
}

void Engine::use(ModelOptions options, std::shared_ptr<LoadListener> listener, std::stop_token stop) {
    m_impl->use(std::move(options), std::move(listener), std::move(stop));
}

} // namespace parley
