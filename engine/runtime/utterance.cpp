// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "runtime/utterance.h"

#include "files/stop.h"
#include "model/decode_step.h"
#include "model/finite.h"
#include "parley/error.h"

#include <ATen/core/Tensor.h>
#include <ATen/ops/empty.h>

#include <algorithm>
#include <utility>

namespace parley::runtime {

namespace {

sampling::CodeRules rulesOf(const checkpoint::DiaConfig& config, std::int64_t codebookSize) {
    return {.delay = config.delay, .eos = config.eos, .pad = config.pad, .bos = config.bos, .codes = codebookSize};
}

/// [rows, channels] → [1, rows, channels].
at::Tensor asTensor(std::span<const std::int64_t> codes, std::int64_t channels) {
    at::Tensor tensor = at::empty({1, static_cast<std::int64_t>(codes.size()) / channels, channels}, at::kLong);
    std::copy(codes.begin(), codes.end(), tensor.mutable_data_ptr<std::int64_t>());
    return tensor;
}

} // namespace

Utterance::Utterance(const LoadedModel& model, PromptMemory& memory, std::unique_ptr<SpeechJob> job)
    : m_model(model), m_memory(memory), m_job(std::move(job)),
      m_sampler(m_job->checked.sampler, model.dia->config().decoder.vocab, model.dia->config().eos),
      m_sound(*model.dac, model.target.profile.codecWindows) {
    Speech& speech = m_job->speech;
    speech.seed = m_job->checked.sampler.seed;
    speech.device = m_model.target.deviceName;
    speech.dtype = m_model.target.dtypeName;
    speech.codes.channels = speech.tokens.channels = m_model.dia->config().decoder.channels;
}

void Utterance::prepare(const std::stop_token& interrupt) {
    files::throwIfStopped(stop());
    if (!m_grid) {
        readPrompt(interrupt);
        return;
    }
    const Timed timed(m_job->speech.figures.prefill);
    // One sequence at a time: a remembered voice must leave the other's sums as they are, to the last bit.
    if (m_unconditionalRows < m_grid->firstStep()) {
        prefillPiece({&m_unconditional, nullptr, m_unconditionalRows}, m_unconditionalRows, {}, interrupt);
    } else {
        prefillPiece({&m_conditional, m_text.get(), m_conditionalRows}, m_conditionalRows, m_job->checked.text,
                     interrupt);
    }
    m_job->listener->onPrefill(m_unconditionalRows + m_conditionalRows, 2 * m_grid->firstStep());
}

void Utterance::readPrompt(const std::stop_token& interrupt) {
    const model::DiaModel& dia = *m_model.dia;
    if (const auto& voice = m_job->request.voice) {
        const Timed timed(m_job->speech.figures.codec);
        const std::vector<float>& samples = voice->sound.samples;
        m_voice = m_memory.codes(samples, [&] { return m_model.dac->encode(samples, interrupt); });
    }
    const Timed timed(m_job->speech.figures.prefill);
    const CheckedRequest& checked = m_job->checked;
    m_text = m_memory.text(checked.text,
                           [&] { return dia.decoder().remember(dia.encoder()(checked.text, interrupt), interrupt); });
    m_unconditional = dia.decoder().makeCache(checked.maxTokens);
    m_conditional = dia.decoder().makeCache(checked.maxTokens);
    m_grid = std::make_unique<sampling::CodeGrid>(rulesOf(dia.config(), m_model.dac->config().codebookSize), m_voice,
                                                  checked.maxTokens);
    const std::int64_t rows = m_grid->firstStep();
    if (rows > 0) {
        m_unconditionalRows = m_memory.recall(m_voice, {}, m_unconditional) ? rows : 0;
        m_conditionalRows = m_memory.recall(m_voice, checked.text, m_conditional) ? rows : 0;
    }
}

void Utterance::prefillPiece(model::DecoderRow row, std::int64_t& done, std::span<const std::uint8_t> text,
                             const std::stop_token& interrupt) {
    const model::DiaModel& dia = *m_model.dia;
    const std::int64_t rows = m_grid->firstStep();
    const std::int64_t count = std::min(model::kPrefillRows, rows - done);
    const at::Tensor all = asTensor(m_grid->tokens(), dia.config().decoder.channels);
    // Watched, since later rows would only see what became of it in the next layer's cache.
    (void)dia.decoder().forward(all.narrow(1, done, count), std::span(&row, 1), interrupt, /*watch=*/true);
    done += count;
    if (done == rows) {
        m_memory.remember(m_voice, text, *row.cache, rows);
    }
}

model::DecoderRow Utterance::unconditionalRow() {
    return {&m_unconditional, nullptr, m_grid->rows() - 1};
}

model::DecoderRow Utterance::conditionalRow() {
    return {&m_conditional, m_text.get(), m_grid->rows() - 1};
}

void Utterance::requireFinite(std::span<const float> logits) {
    if (model::areFinite(logits)) {
        return;
    }
    model::DecodeStep step(m_model.dia->decoder().weights());
    const std::vector<model::DecoderRow> rows = {unconditionalRow(), conditionalRow()};
    std::vector<std::int64_t> both(tokens().begin(), tokens().end());
    both.insert(both.end(), tokens().begin(), tokens().end());
    throw model::ranOver(step.placeOfOverflow(both, rows), m_model.target.dtype);
}

void Utterance::accept(std::span<const float> unconditional, std::span<const float> conditional, double seconds) {
    files::throwIfStopped(stop());
    Speech& speech = m_job->speech;
    speech.figures.decode += seconds;
    const Timed timed(speech.figures.decode);
    requireFinite(unconditional);
    requireFinite(conditional);
    std::vector<std::int64_t> drawn(m_model.dia->config().delay.size());
    m_sampler.draw(unconditional, conditional, m_grid->rows(), drawn);
    m_grid->accept(drawn);
    ++speech.steps;
    m_job->listener->onStep(speech.steps, speech.steps + m_grid->stepsLeft(), tokens());
}

void Utterance::makeSound(const std::stop_token& interrupt) {
    const std::vector<std::int64_t> ready = m_grid->frames(m_framesPushed);
    m_framesPushed = m_grid->framesReady();
    m_sound.push(ready);
    const Timed timed(m_job->speech.figures.codec);
    handOut(m_sound.next(interrupt));
}

void Utterance::finishSound(const std::stop_token& interrupt) {
    const Timed timed(m_job->speech.figures.codec);
    for (std::vector<float> samples = m_sound.drain(interrupt); !samples.empty(); samples = m_sound.drain(interrupt)) {
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
    if (m_grid) {
        m_job->speech.codes.values = m_grid->frames(0);
        m_job->speech.tokens.values.assign(m_grid->tokens().begin(), m_grid->tokens().end());
    }
    m_job->end(result);
}

} // namespace parley::runtime
