// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/decoder.h"

#include <cstdint>
#include <functional>
#include <list>
#include <memory>
#include <span>
#include <vector>

namespace parley::runtime {

/// Keeps what was computed for the latest texts and voices, since takes of one script, and scripts in one voice, need
/// it again. What is recalled is what would be computed, to the last bit. One thread at a time.
class PromptMemory {
public:
    using Text = std::span<const std::uint8_t>;
    using VoiceCodes = std::span<const std::int64_t>;
    using SharedText = std::shared_ptr<const model::TextMemory>;

    /// A voice's codes: those of the same samples, or what `encode` makes of them.
    [[nodiscard]] std::vector<std::int64_t> codes(std::span<const float> samples,
                                                  const std::function<std::vector<std::int64_t>()>& encode);

    /// A text's keys and values: those of the same bytes, or what `make` makes of them.
    [[nodiscard]] SharedText text(Text bytes, const std::function<model::TextMemory()>& make);

    /// Fills the first rows of a row's `cache` and returns true if it has spoken in this voice before. The
    /// unconditional row's text is empty: what it holds doesn't depend on the script, so another script needs half the
    /// prefill.
    [[nodiscard]] bool recall(VoiceCodes voice, Text text, model::SequenceCache& cache);

    /// Remembers the first `rows` rows of `cache`.
    void remember(VoiceCodes voice, Text text, const model::SequenceCache& cache, std::int64_t rows);

private:
    struct KnownVoice {
        std::vector<float> samples;
        std::vector<std::int64_t> codes;
    };
    struct KnownText {
        std::vector<std::uint8_t> bytes;
        SharedText memory;
    };
    struct KnownPrefill {
        std::vector<std::int64_t> voice;
        std::vector<std::uint8_t> text;
        model::SequenceCache cache; ///< cut to the voice's rows
    };
    // The one used last first.
    std::list<KnownVoice> m_voices;
    std::list<KnownText> m_texts;
    std::list<KnownPrefill> m_prefills;
};

} // namespace parley::runtime
