// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/decode_step.h"
#include "runtime/model_loader.h"
#include "runtime/prompt_memory.h"
#include "runtime/speech_job.h"
#include "runtime/utterance.h"

#include <functional>
#include <list>
#include <memory>
#include <stop_token>

namespace parley::runtime {

/// Speaks jobs with one loaded model, several of them at once: their steps read the weights together, and each gets
/// the tokens that it would get alone. Lives on the engine's thread.
class Generator {
public:
    /// Most jobs that speak at the same time; two rows each go into a step.
    static constexpr std::size_t kMostTogether = model::DecodeStep::kMostRows / 2;

    explicit Generator(const LoadedModel& model) : m_model(model), m_step(model.dia->decoder().weights()) {}

    /// A checked job that waits, or null. Asked whenever there is room for one more.
    using NextJob = std::function<std::unique_ptr<SpeechJob>()>;

    /// Speaks `first` and all that `next` hands out meanwhile; ends each of them. Returns when none is left.
    void run(std::unique_ptr<SpeechJob> first, const NextJob& next);

private:
    void admit(const NextJob& next);
    void endTheStopped();
    void prepareOne(const std::stop_token& interrupt);
    void step();
    void makeSound(const std::stop_token& interrupt);
    template <typename Work>
    bool attempt(Utterance& utterance, const Work& work);
    void remove(const Utterance& utterance);

    const LoadedModel& m_model;
    model::DecodeStep m_step;
    PromptMemory m_memory;
    std::list<Utterance> m_active;
};

} // namespace parley::runtime
