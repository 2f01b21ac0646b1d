// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "runtime/model_loader.h"
#include "runtime/prompt_memory.h"
#include "runtime/sound_line.h"
#include "runtime/speaker.h"
#include "runtime/speech_job.h"
#include "runtime/stopwatch.h"

#include <cstdint>
#include <memory>
#include <stop_token>
#include <vector>

namespace parley::runtime {

/// One job on its way through the network and the codec, in pieces, so that others can go along. Everything throws
/// EngineError (Cancelled, NumericFailure); what was made until then is in the job's speech. `interrupt` cuts a piece
/// short, as Cancelled, without harm: the same call does it anew.
class Utterance {
public:
    /// All of them live longer, but for the job, which it owns. worker: may be null, as SoundLine's.
    Utterance(const LoadedModel& model, Speaker& speaker, PromptMemory& memory, CodecWorker* worker,
              std::unique_ptr<SpeechJob> job);
    ~Utterance() = default;
    Utterance(const Utterance&) = delete;
    Utterance& operator=(const Utterance&) = delete;

    /// The next piece of what comes before the first step: reading text and voice, then some rows of the voice.
    void prepare(const std::stop_token& interrupt);
    [[nodiscard]] bool isPrepared() const noexcept { return m_sequence && m_sequence->isPrepared(); }

    /// What the speaker steps with; null until the prompt was read.
    [[nodiscard]] Sequence* sequence() const noexcept { return m_sequence.get(); }

    void warn(const Phrase& trouble) { m_job->listener->onWarning(trouble.english()); }

    /// Tells of the rows that the speaker drew in `seconds`.
    void tellSteps(double seconds);
    /// Hands out sound of the frames that are final, if there are enough of them; where none follow, all that there is.
    /// mayWait: nothing else is to be done meanwhile.
    void makeSound(const std::stop_token& interrupt, bool mayWait);

    [[nodiscard]] bool hasSpoken() const noexcept { return m_sequence && m_sequence->grid.finished(); }
    [[nodiscard]] bool isFinished() const noexcept { return hasSpoken() && m_sound.isDone(); }

    /// Whether its owner asked for its end.
    [[nodiscard]] std::stop_token stop() const noexcept { return m_job->stop.token(); }

    /// Ends the job; nothing else may be called afterwards.
    void end(const Result<std::monostate>& result);

private:
    void readPrompt(const std::stop_token& interrupt);
    void handOut(std::vector<float> samples);

    const LoadedModel& m_model;
    Speaker& m_speaker;
    PromptMemory& m_memory;
    std::unique_ptr<SpeechJob> m_job;
    Stopwatch m_watch;
    std::unique_ptr<Sequence> m_sequence; ///< null until the prompt was read
    std::int64_t m_rowsTold = 0;
    SoundLine m_sound;
    std::int64_t m_framesPushed = 0;
};

} // namespace parley::runtime
