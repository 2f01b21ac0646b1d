// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "runtime/utterance.h"

#include "files/stop.h"
#include "model/finite.h"
#include "parley/error.h"

#include <utility>

namespace parley::runtime {

Utterance::Utterance(const LoadedModel& model, Speaker& speaker, PromptMemory& memory, CodecWorker* worker,
                     std::unique_ptr<SpeechJob> job)
    : m_model(model), m_speaker(speaker), m_memory(memory), m_job(std::move(job)),
      m_sound(*model.dac, model.target.profile.codecWindows, worker) {
    Speech& speech = m_job->speech;
    speech.seed = m_job->checked.sampler.seed;
    speech.device = m_model.target.deviceName;
    speech.dtype = m_model.target.dtypeName;
    speech.codes.channels = speech.tokens.channels = m_model.dac->config().codebooks;
}

void Utterance::prepare(const std::stop_token& interrupt) {
    files::throwIfStopped(stop());
    if (!m_sequence) {
        readPrompt(interrupt);
        return;
    }
    const Timed timed(m_job->speech.figures.prefill);
    m_speaker.prefill(*m_sequence, interrupt);
    m_job->listener->onPrefill(m_sequence->unconditionalRows + m_sequence->conditionalRows,
                               2 * m_sequence->grid.firstStep());
}

void Utterance::readPrompt(const std::stop_token& interrupt) {
    std::vector<std::int64_t> voiceCodes; // [frames, channels]
    if (const auto& voice = m_job->request.voice) {
        const Timed timed(m_job->speech.figures.codec);
        const std::vector<float>& samples = voice->sound.samples;
        voiceCodes = m_memory.codes(samples, [&] { return m_model.dac->encode(samples, interrupt); });
    }
    const Timed timed(m_job->speech.figures.prefill);
    m_sequence = m_speaker.begin(m_job->checked, voiceCodes, interrupt);
    m_rowsTold = m_sequence->grid.rows();
}

void Utterance::tellSteps(double seconds) {
    files::throwIfStopped(stop());
    Speech& speech = m_job->speech;
    speech.figures.decode += seconds;
    if (m_sequence->overflow) {
        throw model::ranOver(*m_sequence->overflow, m_model.target.dtype);
    }
    const sampling::CodeGrid& grid = m_sequence->grid;
    for (; m_rowsTold < grid.rows(); ++m_rowsTold) {
        ++speech.steps;
        const std::int64_t left = grid.rows() - m_rowsTold - 1 + grid.stepsLeft();
        m_job->listener->onStep(speech.steps, speech.steps + left, grid.row(m_rowsTold));
    }
}

void Utterance::makeSound(const std::stop_token& interrupt, bool mayWait) {
    const std::vector<std::int64_t> ready = m_sequence->grid.frames(m_framesPushed);
    m_framesPushed = m_sequence->grid.framesReady();
    m_sound.push(ready);
    const Timed timed(m_job->speech.figures.codec);
    if (!hasSpoken()) {
        handOut(m_sound.next(interrupt, mayWait));
        return;
    }
    m_sound.end();
    while (!m_sound.isDone()) {
        std::vector<float> samples = m_sound.next(interrupt, mayWait);
        if (samples.empty()) {
            return; // later
        }
        handOut(std::move(samples));
    }
}

void Utterance::handOut(std::vector<float> samples) {
    if (samples.empty()) {
        return;
    }
    if (!model::areFinite(samples)) {
        throw EngineError(ErrorCode::NumericFailure, phrase("the codec"),
                          phrase("its sound ran over (NaN or infinity)"),
                          phrase("the codec's file is damaged: download it again"));
    }
    Speech& speech = m_job->speech;
    if (speech.sound.samples.empty()) {
        speech.figures.firstAudio = m_watch.seconds();
    }
    speech.sound.samples.insert(speech.sound.samples.end(), samples.begin(), samples.end());
    m_job->listener->onAudio(samples);
}

void Utterance::end(const Result<std::monostate>& result) {
    if (m_sequence) {
        const sampling::CodeGrid& grid = m_sequence->grid;
        m_job->speech.codes.values = grid.frames(0);
        m_job->speech.tokens.values.assign(grid.tokens().begin(), grid.tokens().end());
    }
    m_job->end(result);
}

} // namespace parley::runtime
