// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "parley/listener.h"
#include "parley/model_options.h"
#include "parley/request.h"

#include <chrono>
#include <memory>
#include <stop_token>

namespace parley {

/// Turns requests into speech on a thread of its own, several together; only that thread touches the model.
/// The model is loaded by use() or the first request, and again by the next one after it was unloaded, or a load failed
/// or was cancelled.
class Engine {
public:
    explicit Engine(ModelOptions options = {});
    /// Cancels what runs and what waits, tells each listener, and joins the thread.
    ~Engine();
    Engine(const Engine&) = delete;
    Engine& operator=(const Engine&) = delete;

    /// Adds a request to the queue. A stop is heard within a step, in every phase. Any thread.
    void submit(Request request, std::shared_ptr<Listener> listener, std::stop_token stop = {});

    /// Frees the model in memory and loads this one for every request that is submitted from now on; takes its turn in
    /// the queue. Any thread.
    void use(ModelOptions options, std::shared_ptr<LoadListener> listener, std::stop_token stop = {});

    /// Takes the model out of memory, and gives back what was set aside for it, when no request was there for so long;
    /// zero, as at the beginning: never. Weights that are still being kept are waited for. Any thread.
    void unloadAfter(std::chrono::milliseconds idle);

    /// Packed weights are kept (ModelOptions::packedCache) beside other work once a model is loaded. Waits until they
    /// are, or until `stop`. Destruction doesn't wait: what isn't complete by then is left out. The error says why they
    /// could not be kept: FileUnwritable, DiskFull, Cancelled. Any thread.
    [[nodiscard]] Result<std::monostate> finishCaching(const std::stop_token& stop);

private:
    class Impl;
    std::unique_ptr<Impl> m_impl;
};

} // namespace parley
