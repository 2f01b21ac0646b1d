// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "runtime/prompt_memory.h"
#include "runtime/speaker.h"

#include <cstdint>
#include <span>
#include <vector>

namespace parley::runtime {

/// A sequence's text and voice, and how its voice comes into its two caches: what is the same on every device.
class PromptedSequence : public Sequence {
public:
    /// text: what the network keeps of the request's.
    PromptedSequence(const sampling::CodeRules& rules, CheckedRequest asked, std::span<const std::int64_t> codes,
                     PromptMemory::SharedText memory);

    /// Rows of the voice that go into one of the two caches.
    struct Piece {
        bool isConditional = false;
        std::int64_t first = 0;
        std::int64_t count = 0;
    };
    /// The next one, of `most` rows at most. One row's after the other's: a voice that is remembered for one must leave
    /// the other's sums as they are, to the last bit.
    [[nodiscard]] Piece nextPiece(std::int64_t most) const;

    /// The piece is in its row's cache. The last one of a row is remembered.
    void finishPiece(const Piece& piece, const model::SequenceCache& cache, PromptMemory& memory);

    /// Fills the caches with what is remembered.
    void recall(PromptMemory& memory, model::SequenceCache& unconditional, model::SequenceCache& conditional);

    CheckedRequest request;
    std::vector<std::int64_t> voice; ///< [frames, channels]
    PromptMemory::SharedText text;

private:
    [[nodiscard]] PromptMemory::Text bytesOf(bool isConditional) const;
};

} // namespace parley::runtime
