// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "runtime/prompted_sequence.h"

#include <algorithm>
#include <utility>

namespace parley::runtime {

PromptedSequence::PromptedSequence(const sampling::CodeRules& rules, CheckedRequest asked,
                                   std::span<const std::int64_t> codes, PromptMemory::SharedText memory)
    : Sequence({rules, codes, asked.maxTokens}), request(std::move(asked)), voice(codes.begin(), codes.end()),
      text(std::move(memory)) {}

PromptMemory::Text PromptedSequence::bytesOf(bool isConditional) const {
    return isConditional ? PromptMemory::Text(request.text) : PromptMemory::Text();
}

PromptedSequence::Piece PromptedSequence::nextPiece(std::int64_t most) const {
    const bool isConditional = unconditionalRows >= grid.firstStep();
    const std::int64_t first = isConditional ? conditionalRows : unconditionalRows;
    return {isConditional, first, std::min(most, grid.firstStep() - first)};
}

void PromptedSequence::finishPiece(const Piece& piece, const model::SequenceCache& cache, PromptMemory& memory) {
    std::int64_t& done = piece.isConditional ? conditionalRows : unconditionalRows;
    done = piece.first + piece.count;
    if (done == grid.firstStep()) {
        memory.remember(voice, bytesOf(piece.isConditional), cache, done);
    }
}

void PromptedSequence::recall(PromptMemory& memory, model::SequenceCache& unconditional,
                              model::SequenceCache& conditional) {
    if (const std::int64_t rows = grid.firstStep(); rows > 0) {
        unconditionalRows = memory.recall(voice, bytesOf(false), unconditional) ? rows : 0;
        conditionalRows = memory.recall(voice, bytesOf(true), conditional) ? rows : 0;
    }
}

} // namespace parley::runtime
