// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "runtime/cpu_speaker.h"

#include "model/finite.h"
#include "runtime/code_rules.h"
#include "runtime/prompted_sequence.h"
#include "sampling/sampler.h"

#include <ATen/core/Tensor.h>

#include <utility>

namespace parley::runtime {

class CpuSpeaker::Own : public PromptedSequence {
public:
    Own(const model::DiaModel& dia, const CheckedRequest& asked, std::span<const std::int64_t> codes,
        PromptMemory::SharedText memory)
        : PromptedSequence(rulesOf(dia.config()), asked, codes, std::move(memory)),
          unconditional(dia.decoder().makeCache(asked.maxTokens)),
          conditional(dia.decoder().makeCache(asked.maxTokens)),
          sampler(asked.sampler, dia.config().decoder.vocab, dia.config().eos) {}

    [[nodiscard]] model::DecoderRow row(bool isConditional, std::int64_t position) {
        return isConditional ? model::DecoderRow{&conditional, text.get(), position}
                             : model::DecoderRow{&unconditional, nullptr, position};
    }
    [[nodiscard]] model::DecoderRow nextRow(bool isConditional) { return row(isConditional, grid.rows() - 1); }
    [[nodiscard]] std::span<const std::int64_t> lastTokens() const { return grid.row(grid.rows() - 1); }

    model::SequenceCache unconditional;
    model::SequenceCache conditional;
    sampling::Sampler sampler;
};

std::unique_ptr<Sequence> CpuSpeaker::begin(const CheckedRequest& request, std::span<const std::int64_t> voice,
                                            const std::stop_token& stop) {
    const auto read = [&] { return m_dia.decoder().remember(m_dia.encoder()(request.text, stop), stop); };
    auto own = std::make_unique<Own>(m_dia, request, voice, m_memory.text(request.text, read));
    own->recall(m_memory, own->unconditional, own->conditional);
    return own;
}

void CpuSpeaker::prefill(Sequence& sequence, const std::stop_token& stop) {
    auto& own = dynamic_cast<Own&>(sequence);
    const PromptedSequence::Piece piece = own.nextPiece(model::kPrefillRows);
    const at::Tensor tokens = rowsAsTensor(own.grid, piece.first, piece.count).unsqueeze(0); // [1, T, C]
    const model::DecoderRow row = own.row(piece.isConditional, piece.first);
    // Watched, since later rows would only see what became of it in the next layer's cache.
    (void)m_dia.decoder().forward(tokens, std::span(&row, 1), stop, /*watch=*/true);
    own.finishPiece(piece, *row.cache, m_memory);
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
