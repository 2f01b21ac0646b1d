// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "codec/streaming_decoder.h"
#include "runtime/model_loader.h"
#include "runtime/prompt_memory.h"
#include "runtime/speech_job.h"
#include "runtime/stopwatch.h"
#include "sampling/code_grid.h"
#include "sampling/sampler.h"

#include <cstdint>
#include <memory>
#include <span>
#include <vector>

namespace parley::runtime {

/// One job on its way through the network and the codec, in pieces, so that others can go along. Everything throws
/// EngineError (Cancelled, NumericFailure); what was made until then is in the job's speech. `interrupt` cuts a piece
/// short, as Cancelled, without harm: the same call does it anew.
class Utterance {
public:
    Utterance(const LoadedModel& model, PromptMemory& memory, std::unique_ptr<SpeechJob> job);
    ~Utterance() = default;
    Utterance(const Utterance&) = delete;
    Utterance& operator=(const Utterance&) = delete;

    /// The next piece of what comes before the first step: reading text and voice, then some rows of the voice.
    void prepare(const std::stop_token& interrupt);
    [[nodiscard]] bool isPrepared() const noexcept {
        return m_grid && m_unconditionalRows >= m_grid->firstStep() && m_conditionalRows >= m_grid->firstStep();
    }

    /// The two rows of the next step, and the codes that both are fed.
    [[nodiscard]] model::DecoderRow unconditionalRow();
    [[nodiscard]] model::DecoderRow conditionalRow();
    [[nodiscard]] std::span<const std::int64_t> tokens() const { return m_grid->row(m_grid->rows() - 1); }

    /// Takes a step's logits [C, V] of both rows, and the time that the step took.
    void accept(std::span<const float> unconditional, std::span<const float> conditional, double seconds);
    /// Makes sound of the frames that are final, if there are enough of them.
    void makeSound(const std::stop_token& interrupt);

    [[nodiscard]] bool isFinished() const noexcept { return m_grid && m_grid->finished(); }
    /// Makes sound of all that is left.
    void finishSound(const std::stop_token& interrupt);

    /// Whether its owner asked for its end.
    [[nodiscard]] std::stop_token stop() const noexcept { return m_job->stop.token(); }

    /// Ends the job; nothing else may be called afterwards.
    void end(const Result<std::monostate>& result);

private:
    void readPrompt(const std::stop_token& interrupt);
    void prefillPiece(model::DecoderRow row, std::int64_t& done, std::span<const std::uint8_t> text,
                      const std::stop_token& interrupt);
    void requireFinite(std::span<const float> logits);
    void handOut(std::vector<float> samples);

    const LoadedModel& m_model;
    PromptMemory& m_memory;
    std::unique_ptr<SpeechJob> m_job;
    Stopwatch m_watch;
    std::vector<std::int64_t> m_voice;          ///< [frames, channels]
    std::unique_ptr<sampling::CodeGrid> m_grid; ///< null until the prompt was read
    sampling::Sampler m_sampler;
    codec::StreamingDecoder m_sound;
    std::int64_t m_framesPushed = 0;
    PromptMemory::SharedText m_text;
    model::SequenceCache m_unconditional;
    model::SequenceCache m_conditional;
    std::int64_t m_unconditionalRows = 0; ///< of the voice that its cache holds
    std::int64_t m_conditionalRows = 0;
};

} // namespace parley::runtime
