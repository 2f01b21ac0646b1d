// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "sampling/code_grid.h"

#include <algorithm>

namespace parley::sampling {

namespace {

constexpr std::int64_t kUnknown = -1;

} // namespace

CodeGrid::CodeGrid(CodeRules rules, std::span<const std::int64_t> prompt, std::int64_t maxTokens)
    : m_rules(std::move(rules)), m_maxTokens(maxTokens),
      m_maxDelay(*std::max_element(m_rules.delay.begin(), m_rules.delay.end())),
      m_promptRows(1 + static_cast<std::int64_t>(prompt.size() / m_rules.delay.size())), m_rows(m_promptRows) {
    const std::size_t channels = m_rules.delay.size();
    // The reference's tensor ends one row before the last channel's last prompt code, which is drawn, therefore.
    const std::int64_t fixedRows = m_promptRows + m_maxDelay - 1;
    m_tokens.assign(static_cast<std::size_t>(std::max(fixedRows, m_promptRows)) * channels, kUnknown);
    for (std::int64_t row = 0; row < fixedRows || row < m_promptRows; ++row) {
        for (std::size_t channel = 0; channel < channels; ++channel) {
            const std::int64_t source = row - m_rules.delay[channel]; // its row before the delay
            if (source <= 0) {
                m_tokens[at(row, channel)] = m_rules.bos;
            } else if (source < m_promptRows) {
                m_tokens[at(row, channel)] = prompt[static_cast<std::size_t>(source - 1) * channels + channel];
            }
        }
    }
}

std::size_t CodeGrid::at(std::int64_t row, std::size_t channel) const noexcept {
    return static_cast<std::size_t>(row) * m_rules.delay.size() + channel;
}

std::span<const std::int64_t> CodeGrid::row(std::int64_t index) const {
    return {m_tokens.data() + at(index, 0), m_rules.delay.size()};
}

std::span<const std::int64_t> CodeGrid::tokens() const {
    return {m_tokens.data(), at(m_rows, 0)};
}

void CodeGrid::accept(std::span<const std::int64_t> drawn) {
    const std::size_t channels = m_rules.delay.size();
    if (m_countdown < 0 && (drawn[0] == m_rules.eos || m_rows >= m_maxTokens - m_maxDelay)) {
        m_countdown = m_maxDelay;
    }
    if (m_tokens.size() < at(m_rows + 1, 0)) {
        m_tokens.resize(at(m_rows + 1, 0), kUnknown);
    }
    for (std::size_t channel = 0; channel < channels; ++channel) {
        std::int64_t& token = m_tokens[at(m_rows, channel)];
        if (token != kUnknown) {
            continue; // fixed by the prompt
        }
        const std::int64_t sinceEnd = m_countdown < 0 ? -1 : m_maxDelay - m_countdown;
        token = sinceEnd == m_rules.delay[channel]  ? m_rules.eos
                : sinceEnd > m_rules.delay[channel] ? m_rules.pad
                                                    : drawn[channel];
    }
    ++m_rows;
    m_countdown -= m_countdown > 0 ? 1 : 0;
}

std::vector<std::int64_t> CodeGrid::fixedAhead(std::int64_t count) const {
    const std::size_t size = at(count, 0);
    const std::size_t first = std::min(at(m_rows, 0), m_tokens.size());
    const std::size_t known = std::min(size, m_tokens.size() - first);
    const auto from = m_tokens.begin() + static_cast<std::ptrdiff_t>(first);
    std::vector<std::int64_t> ahead(from, from + static_cast<std::ptrdiff_t>(known));
    ahead.resize(size, kUnknown);
    return ahead;
}

std::int64_t CodeGrid::stepsLeft() const noexcept {
    return m_countdown >= 0 ? m_countdown : std::max<std::int64_t>(m_maxTokens - m_rows, m_maxDelay);
}

std::int64_t CodeGrid::framesReady() const noexcept {
    return std::max<std::int64_t>(m_rows - m_promptRows - m_maxDelay, 0);
}

std::vector<std::int64_t> CodeGrid::frames(std::int64_t first) const {
    const std::size_t channels = m_rules.delay.size();
    std::vector<std::int64_t> out;
    for (std::int64_t frame = first; frame < framesReady(); ++frame) {
        for (std::size_t channel = 0; channel < channels; ++channel) {
            const std::int64_t token = m_tokens[at(m_promptRows + frame + m_rules.delay[channel], channel)];
            out.push_back(token >= 0 && token < m_rules.codes ? token : 0);
        }
    }
    return out;
}

} // namespace parley::sampling
