// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/decoder.h"

#include <cstdint>
#include <list>
#include <span>
#include <vector>

namespace parley::runtime {

/// Keeps what the unconditional row's caches hold after a voice prompt. It doesn't depend on the script, so the next
/// script in the same voice needs half the prefill. Told apart by the prompt's codes.
class VoiceMemory {
public:
    /// Fills the first rows of `cache` and returns true if this voice was remembered.
    [[nodiscard]] bool recall(std::span<const std::int64_t> codes, model::SequenceCache& cache);

    /// Remembers the first `rows` rows of `cache`; forgets the voice that was used longest ago if there are too many.
    void remember(std::span<const std::int64_t> codes, const model::SequenceCache& cache, std::int64_t rows);

private:
    struct Entry {
        std::vector<std::int64_t> codes;
        model::SequenceCache cache; ///< cut to the voice's rows
    };
    std::list<Entry> m_entries; ///< the one used last first
};

} // namespace parley::runtime
