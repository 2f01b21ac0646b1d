// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "runtime/cpu_speaker.h"

#include "model/finite.h"
#include "runtime/code_rules.h"
#include "sampling/sampler.h"

#include <ATen/core/Tensor.h>

#include <algorithm>

namespace parley::runtime {

class CpuSpeaker::Own : public Sequence {
public:
    Own(const model::DiaModel& dia, const CheckedRequest& request, std::span<const std::int64_t> codes,
        PromptMemory::SharedText memory)
        : Sequence({rulesOf(dia.config()), codes, request.maxTokens}), text(std::move(memory)), bytes(request.text),
          voice(codes.begin(), codes.end()), unconditional(dia.decoder().makeCache(request.maxTokens)),
          conditional(dia.decoder().makeCache(request.maxTokens)),
          sampler(request.sampler, dia.config().decoder.vocab, dia.config().eos) {}

    [[nodiscard]] model::DecoderRow row(bool isConditional, std::int64_t position) {
        return isConditional ? model::DecoderRow{&conditional, text.get(), position}
                             : model::DecoderRow{&unconditional, nullptr, position};
    }
    [[nodiscard]] model::DecoderRow nextRow(bool isConditional) { return row(isConditional, grid.rows() - 1); }
    [[nodiscard]] std::span<const std::int64_t> lastTokens() const { return grid.row(grid.rows() - 1); }

    PromptMemory::SharedText text;
    std::vector<std::uint8_t> bytes;
    std::vector<std::int64_t> voice; ///< [frames, channels]
    model::SequenceCache unconditional;
    model::SequenceCache conditional;
    sampling::Sampler sampler;
};

std::unique_ptr<Sequence> CpuSpeaker::begin(const CheckedRequest& request, std::span<const std::int64_t> voice,
                                            const std::stop_token& stop) {
    const auto read = [&] { return m_dia.decoder().remember(m_dia.encoder()(request.text, stop), stop); };
    auto own = std::make_unique<Own>(m_dia, request, voice, m_memory.text(request.text, read));
    if (const std::int64_t rows = own->grid.firstStep(); rows > 0) {
        own->unconditionalRows = m_memory.recall(voice, {}, own->unconditional) ? rows : 0;
        own->conditionalRows = m_memory.recall(voice, request.text, own->conditional) ? rows : 0;
    }
    return own;
}

void CpuSpeaker::prefill(Sequence& sequence, const std::stop_token& stop) {
    auto& own = dynamic_cast<Own&>(sequence);
    // One row at a time: a remembered voice must leave the other's sums as they are, to the last bit.
    const bool isConditional = own.unconditionalRows >= own.grid.firstStep();
    std::int64_t& done = isConditional ? own.conditionalRows : own.unconditionalRows;
    const std::int64_t rows = own.grid.firstStep();
    const std::int64_t count = std::min(model::kPrefillRows, rows - done);
    const at::Tensor tokens = rowsAsTensor(own.grid, done, count).unsqueeze(0); // [1, T, C]
    const model::DecoderRow row = own.row(isConditional, done);
    // Watched, since later rows would only see what became of it in the next layer's cache.
    (void)m_dia.decoder().forward(tokens, std::span(&row, 1), stop, /*watch=*/true);
    done += count;
    if (done == rows) {
        const std::span<const std::uint8_t> text = isConditional ? std::span(own.bytes) : std::span<std::uint8_t>{};
        m_memory.remember(own.voice, text, *row.cache, rows);
    }
}

void CpuSpeaker::step(std::span<Sequence* const> speaking) {
    std::vector<model::DecoderRow> rows; // the unconditional ones first
    std::vector<std::int64_t> tokens;    // [R, C]
    for (const bool isConditional : {false, true}) {
        for (Sequence* sequence : speaking) {
            auto& own = dynamic_cast<Own&>(*sequence);
            rows.push_back(own.nextRow(isConditional));
            tokens.insert(tokens.end(), own.lastTokens().begin(), own.lastTokens().end());
        }
    }
    const std::span<const float> logits = m_step(tokens, rows); // [R, C, V]
    const std::size_t each = logits.size() / rows.size();
    for (std::size_t i = 0; i < speaking.size(); ++i) {
        accept(dynamic_cast<Own&>(*speaking[i]), logits.subspan(i * each, each),
               logits.subspan((speaking.size() + i) * each, each));
    }
    // Last, since looking for the place does steps of its own.
    for (Sequence* sequence : speaking) {
        if (sequence->overflow) {
            auto& own = dynamic_cast<Own&>(*sequence);
            const std::vector<model::DecoderRow> both = {own.nextRow(false), own.nextRow(true)};
            std::vector<std::int64_t> twice(own.lastTokens().begin(), own.lastTokens().end());
            twice.insert(twice.end(), own.lastTokens().begin(), own.lastTokens().end());
            own.overflow = m_step.placeOfOverflow(twice, both);
        }
    }
}

void CpuSpeaker::accept(Own& own, std::span<const float> unconditional, std::span<const float> conditional) {
    if (!model::areFinite(unconditional) || !model::areFinite(conditional)) {
        own.overflow = Phrase{};
        return;
    }
    std::vector<std::int64_t> drawn(m_dia.config().delay.size());
    own.sampler.draw(unconditional, conditional, own.grid.rows(), drawn);
    own.grid.accept(drawn);
}

} // namespace parley::runtime
