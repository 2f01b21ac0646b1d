// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace parley::sampling {

/// What a generation needs to know of the network's ids.
struct CodeRules {
    std::vector<std::int64_t> delay; ///< rows by which each channel lags; the first is 0
    std::int64_t eos = 1024;
    std::int64_t pad = 1025;
    std::int64_t bos = 1026;
    std::int64_t codes = 1024; ///< ids below are sound
};

/// The rows of codes of one generation: the prompt under its delay, what is drawn, and the countdown at the end
/// (specification, section 5). Row 0 is all BOS; the prompt's frames follow.
class CodeGrid {
public:
    /// prompt [frames, channels], row-major, may be empty. maxTokens counts all rows, the prompt's too.
    CodeGrid(CodeRules rules, std::span<const std::int64_t> prompt, std::int64_t maxTokens);

    /// The row that is fed first when decoding begins; the rows before it are prefill.
    [[nodiscard]] std::int64_t firstStep() const noexcept { return m_promptRows - 1; }
    /// Rows written and final so far; the next step feeds the last of them.
    [[nodiscard]] std::int64_t rows() const noexcept { return m_rows; }
    /// One row, [channels].
    [[nodiscard]] std::span<const std::int64_t> row(std::int64_t index) const;
    /// All final rows, [rows, channels].
    [[nodiscard]] std::span<const std::int64_t> tokens() const;

    /// Takes what was drawn for row rows(), [channels], and makes it final. Not after finished().
    void accept(std::span<const std::int64_t> drawn);
    [[nodiscard]] bool finished() const noexcept { return m_countdown == 0; }

    /// Rows left to write once speech has ended; −1 before.
    [[nodiscard]] std::int64_t countdown() const noexcept { return m_countdown; }
    /// The next `count` rows as far as the prompt fixes them, [count, channels]; −1: what is drawn counts.
    [[nodiscard]] std::vector<std::int64_t> fixedAhead(std::int64_t count) const;

    /// The most steps that may come from here on; exact once speech has ended.
    [[nodiscard]] std::int64_t stepsLeft() const noexcept;

    /// Frames behind the prompt whose codes are final in every channel.
    [[nodiscard]] std::int64_t framesReady() const noexcept;
    /// Those frames from `first` on, [framesReady() − first, channels], the delay undone, other ids as code 0.
    [[nodiscard]] std::vector<std::int64_t> frames(std::int64_t first) const;

private:
    [[nodiscard]] std::size_t at(std::int64_t row, std::size_t channel) const noexcept;

    CodeRules m_rules;
    std::int64_t m_maxTokens;
    std::int64_t m_maxDelay;
    std::int64_t m_promptRows; ///< BOS and the prompt's frames
    std::int64_t m_rows;
    std::int64_t m_countdown = -1;      ///< rows left to write; −1: speech goes on
    std::vector<std::int64_t> m_tokens; ///< [rows and those fixed ahead by the prompt, channels]; −1: unknown
};

} // namespace parley::sampling
