// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "parley/listener.h"
#include "parley/model_options.h"
#include "runtime/cache_writer.h"
#include "runtime/generator.h"
#include "runtime/model_loader.h"
#include "runtime/prompt_memory.h"
#include "runtime/speech_job.h"

#include <functional>
#include <memory>
#include <optional>
#include <stop_token>

namespace parley::runtime {

/// The engine's model, in memory or not, with all that goes out of memory with it. Tells whoever had it loaded what
/// becomes of it. The engine's thread, but for finishCaching().
class HeldModel {
public:
    /// whileLoading: called now and then, from any compute thread, one at a time.
    HeldModel(ModelOptions options, std::function<void()> whileLoading);

    /// Another model in the place of this one, loaded at once; `listener` hears of it from now on.
    void replace(const ModelOptions& options, std::shared_ptr<LoadListener> listener, const std::stop_token& stop);

    /// Its headers, read now if they weren't. Throws EngineError.
    [[nodiscard]] const ModelFiles& files(const std::stop_token& stop);

    [[nodiscard]] bool isLoaded() const noexcept { return m_generator != nullptr; }

    /// What speaks with it; loads it first if it isn't in memory. Throws EngineError.
    [[nodiscard]] Generator& generator(SpeechJob& job);

    /// After jobs: hands back what they took, or all of it where the model failed as a whole.
    void tidyUp();

    /// Takes it out of memory, unless packed weights are still being written.
    void unload();

    /// As Engine's. Any thread.
    [[nodiscard]] Result<std::monostate> finishCaching(const std::stop_token& stop) {
        return m_cacheWriter.finish(stop);
    }

private:
    /// Who hears what of a load.
    struct OnLoad {
        OnLoading progress;
        std::function<void(const Error&)> trouble;
    };
    const ModelFiles& open(const std::stop_token& stop);
    void load(const ModelFiles& files, const std::stop_token& stop, const OnLoad& on);
    void forJob(const std::function<void()>& work);
    [[nodiscard]] OnLoad newsFor(Listener& job) const;
    void tellLoaded(const ModelFiles& files) const;
    void tellUnloaded() const;
    void letGo();

    ModelOptions m_options;
    std::function<void()> m_whileLoading;
    std::shared_ptr<LoadListener> m_listener; ///< none where loading for it has failed
    std::optional<ModelFiles> m_files;
    LoadedModel m_model;
    PromptMemory m_memory;
    std::unique_ptr<Generator> m_generator;
    CacheWriter m_cacheWriter;
};

} // namespace parley::runtime
