// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "runtime/generator.h"

#include "backend/stop.h"
#include "codec/streaming_decoder.h"
#include "model/decode_step.h"
#include "parley/error.h"
#include "runtime/stopwatch.h"
#include "sampling/code_grid.h"

#include <ATen/core/Tensor.h>
#include <ATen/ops/empty.h>

#include <algorithm>
#include <cmath>

namespace parley::runtime {

namespace {

sampling::CodeRules rulesOf(const checkpoint::DiaConfig& config, std::int64_t codebookSize) {
    return {.delay = config.delay, .eos = config.eos, .pad = config.pad, .bos = config.bos, .codes = codebookSize};
}

at::Tensor asTensor(std::span<const std::int64_t> codes, std::int64_t channels) {
    at::Tensor tensor = at::empty({static_cast<std::int64_t>(codes.size()) / channels, channels}, at::kLong);
    std::copy(codes.begin(), codes.end(), tensor.mutable_data_ptr<std::int64_t>());
    return tensor;
}

/// One generation on its way through the network and the codec.
class Run {
public:
    Run(const LoadedModel& model, const CheckedRequest& checked, std::span<const std::int64_t> voice,
        Listener& listener, const std::stop_token& stop, Speech& speech)
        : m_model(model), m_checked(checked), m_voice(voice), m_listener(listener), m_stop(stop), m_speech(speech),
          m_grid(rulesOf(model.dia->config(), model.dac->config().codebookSize), voice, checked.maxTokens),
          m_step(model.dia->decoder().weights()), m_sound(*model.dac) {}

    ~Run() {
        m_speech.codes.values = m_grid.frames(0);
        m_speech.tokens.values.assign(m_grid.tokens().begin(), m_grid.tokens().end());
    }
    Run(const Run&) = delete;
    Run& operator=(const Run&) = delete;

    void prefill(VoiceMemory& voices);
    void decode();
    void finishSound();

private:
    [[nodiscard]] std::array<model::DecoderRow, 2> rowsAt(std::int64_t position);
    [[nodiscard]] std::span<const float> stepLogits();
    void step(sampling::Sampler& sampler);
    void handOut(std::vector<float> samples);

    const LoadedModel& m_model;
    const CheckedRequest& m_checked;
    std::span<const std::int64_t> m_voice; ///< [frames, channels]
    Listener& m_listener;
    const std::stop_token& m_stop;
    Speech& m_speech;
    Stopwatch m_watch;
    sampling::CodeGrid m_grid;
    model::DecodeStep m_step;
    codec::StreamingDecoder m_sound;
    std::int64_t m_framesPushed = 0;
    model::TextMemory m_text;
    model::SequenceCache m_unconditional;
    model::SequenceCache m_conditional;
};

std::array<model::DecoderRow, 2> Run::rowsAt(std::int64_t position) {
    return {{{&m_unconditional, nullptr, position}, {&m_conditional, &m_text, position}}};
}

void Run::prefill(VoiceMemory& voices) {
    const Timed timed(m_speech.figures.prefill);
    const model::DiaModel& dia = *m_model.dia;
    m_text = dia.decoder().remember(dia.encoder()(m_checked.text, m_stop), m_stop);
    m_unconditional = dia.decoder().makeCache(m_checked.maxTokens);
    m_conditional = dia.decoder().makeCache(m_checked.maxTokens);
    const std::int64_t rows = m_grid.firstStep();
    if (rows == 0) {
        return;
    }
    const auto channels = static_cast<std::int64_t>(dia.config().delay.size());
    const at::Tensor tokens = asTensor(m_grid.tokens(), channels).narrow(0, 0, rows).unsqueeze(0); // [1, rows, C]
    // One sequence at a time: a remembered voice must leave the other's sums as they are, to the last bit.
    const bool remembered = voices.recall(m_voice, m_unconditional);
    const std::int64_t total = remembered ? rows : 2 * rows;
    std::int64_t done = 0;
    const auto onPiece = [&](const at::Tensor& hidden, std::int64_t) {
        done += hidden.size(1);
        m_listener.onPrefill(done, total);
    };
    const auto both = rowsAt(0);
    if (!remembered) {
        dia.prefill(tokens, {both[0]}, m_stop, onPiece);
        voices.remember(m_voice, m_unconditional, rows);
    }
    dia.prefill(tokens, {both[1]}, m_stop, onPiece);
}

std::span<const float> Run::stepLogits() {
    backend::throwIfStopped(m_stop);
    const std::int64_t position = m_grid.rows() - 1;
    const std::span<const std::int64_t> row = m_grid.row(position);
    std::vector<std::int64_t> tokens(row.begin(), row.end()); // [2, C], the same for both
    tokens.insert(tokens.end(), row.begin(), row.end());
    const auto rows = rowsAt(position);
    const std::span<const float> logits = m_step(tokens, rows); // [2, C, V]
    if (!std::all_of(logits.begin(), logits.end(), [](float logit) { return std::isfinite(logit); })) {
        // Once more, now looking at every layer: writing the same cache rows again changes nothing.
        const auto channels = static_cast<std::int64_t>(row.size());
        (void)m_model.dia->decoder().forward(asTensor(tokens, channels).unsqueeze(1), rows, m_stop, /*watch=*/true);
        throw EngineError(ErrorCode::NumericFailure, phrase("the decoder's output layer"),
                          phrase("the numbers ran over (NaN or infinity)"),
                          phrase("the checkpoint is damaged: download it again"));
    }
    return logits;
}

void Run::step(sampling::Sampler& sampler) {
    const Timed timed(m_speech.figures.decode);
    const std::span<const float> logits = stepLogits();
    const std::size_t each = logits.size() / 2;
    std::vector<std::int64_t> drawn(m_model.dia->config().delay.size());
    sampler.draw(logits.first(each), logits.last(each), m_grid.rows(), drawn);
    m_grid.accept(drawn);
    ++m_speech.steps;
}

void Run::decode() {
    const checkpoint::DiaConfig& config = m_model.dia->config();
    sampling::Sampler sampler(m_checked.sampler, config.decoder.vocab, config.eos);
    while (!m_grid.finished()) {
        step(sampler);
        m_listener.onStep(m_speech.steps, m_speech.steps + m_grid.stepsLeft(), m_grid.row(m_grid.rows() - 1));
        const std::vector<std::int64_t> ready = m_grid.frames(m_framesPushed);
        m_framesPushed = m_grid.framesReady();
        m_sound.push(ready);
        const Timed timed(m_speech.figures.codec);
        handOut(m_sound.next(m_stop));
    }
}

void Run::finishSound() {
    const Timed timed(m_speech.figures.codec);
    for (std::vector<float> samples = m_sound.drain(m_stop); !samples.empty(); samples = m_sound.drain(m_stop)) {
        handOut(std::move(samples));
    }
}

void Run::handOut(std::vector<float> samples) {
    if (samples.empty()) {
        return;
    }
    if (!std::all_of(samples.begin(), samples.end(), [](float sample) { return std::isfinite(sample); })) {
        throw EngineError(ErrorCode::NumericFailure, phrase("the codec"),
                          phrase("its sound ran over (NaN or infinity)"),
                          phrase("the codec's file is damaged: download it again"));
    }
    if (m_speech.sound.samples.empty()) {
        m_speech.figures.firstAudio = m_watch.seconds();
    }
    m_speech.sound.samples.insert(m_speech.sound.samples.end(), samples.begin(), samples.end());
    m_listener.onAudio(samples);
}

} // namespace

void Generator::run(const Request& request, const CheckedRequest& checked, Listener& listener,
                    const std::stop_token& stop, Speech& speech) {
    speech.seed = checked.sampler.seed;
    speech.device = m_model.target.deviceName;
    speech.dtype = m_model.target.dtypeName;
    speech.codes.channels = speech.tokens.channels = m_model.dia->config().decoder.channels;
    std::vector<std::int64_t> voice;
    if (request.voice) {
        const Timed timed(speech.figures.codec);
        voice = m_model.dac->encode(request.voice->sound.samples, stop);
    }
    Run run(m_model, checked, voice, listener, stop, speech);
    run.prefill(m_voices);
    run.decode();
    run.finishSound();
}

} // namespace parley::runtime
