// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "runtime/model_loader.h"
#include "runtime/prompt_memory.h"
#include "runtime/speaker.h"
#include "runtime/speech_job.h"
#include "runtime/utterance.h"

#include <functional>
#include <list>
#include <memory>
#include <optional>
#include <stop_token>
#include <utility>

namespace parley::runtime {

/// Speaks jobs with one loaded model, several of them at once: their steps read the weights together, and each gets
/// the tokens that it would get alone. Lives on the engine's thread.
class Generator {
public:
    /// speaker: of the model, with the same memory. Model and memory live longer.
    Generator(const LoadedModel& model, PromptMemory& memory, std::unique_ptr<Speaker> speaker);

    /// Lets the device make ready what the first words need, so that they don't wait for it. Throws EngineError.
    void warmUp(const std::stop_token& stop);

    /// The jobs that wait.
    struct Waiting {
        std::function<std::unique_ptr<SpeechJob>()> next; ///< a checked one, or null; asked when there is room for one
        std::function<void()> endTheStopped;              ///< asked at every step, room or none
    };

    /// Speaks `first` and all that `waiting` hands out meanwhile; ends each of them. Returns when none is left.
    void run(std::unique_ptr<SpeechJob> first, const Waiting& waiting);

    /// Whether steps failed as a whole, as where memory was too small or a GPU is gone: nothing is to be expected of
    /// model and speaker then.
    [[nodiscard]] bool hasFailed() const noexcept { return m_hasFailed; }

private:
    void begin(std::unique_ptr<SpeechJob> job);
    void admit(const Waiting& waiting);
    void endTheStopped();
    void prepareOne(const std::stop_token& interrupt);
    void step();
    void makeSound(const std::stop_token& interrupt);
    template <typename Work>
    bool attempt(Utterance& utterance, const Work& work);
    void remove(const Utterance& utterance);

    const LoadedModel& m_model;
    PromptMemory& m_memory;
    std::unique_ptr<Speaker> m_speaker;
    std::optional<CodecWorker> m_worker; ///< where the device makes sound and codes at once
    std::list<Utterance> m_active;
    bool m_hasFailed = false;
};

} // namespace parley::runtime
