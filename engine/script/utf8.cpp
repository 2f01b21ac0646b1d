// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "script/utf8.h"

#include <array>
#include <cstdint>

namespace parley {

namespace {

/// One row of the table of well-formed sequences: the lead bytes, the bytes that may follow the lead directly, and how
/// many bytes the whole has. All bytes after the second are 80 to BF.
struct SequenceRule {
    std::uint8_t leadFirst;
    std::uint8_t leadLast;
    std::uint8_t secondFirst;
    std::uint8_t secondLast;
    std::size_t length;
};

/// The narrow second ranges keep out overlong forms (E0, F0), surrogates (ED) and what is above U+10FFFF (F4).
constexpr std::array<SequenceRule, 8> kRules = {{
    {0xC2, 0xDF, 0x80, 0xBF, 2},
    {0xE0, 0xE0, 0xA0, 0xBF, 3},
    {0xE1, 0xEC, 0x80, 0xBF, 3},
    {0xED, 0xED, 0x80, 0x9F, 3},
    {0xEE, 0xEF, 0x80, 0xBF, 3},
    {0xF0, 0xF0, 0x90, 0xBF, 4},
    {0xF1, 0xF3, 0x80, 0xBF, 4},
    {0xF4, 0xF4, 0x80, 0x8F, 4},
}};

bool within(std::uint8_t byte, std::uint8_t first, std::uint8_t last) noexcept {
    return byte >= first && byte <= last;
}

/// Bytes of the valid sequence that `rest` begins with; 0 when it begins with none. `rest` is not empty.
std::size_t sequenceLength(std::string_view rest) noexcept {
    const auto byteAt = [rest](std::size_t i) { return static_cast<std::uint8_t>(rest[i]); };
    if (byteAt(0) < 0x80) {
        return 1;
    }
    for (const SequenceRule& rule : kRules) {
        if (!within(byteAt(0), rule.leadFirst, rule.leadLast)) {
            continue;
        }
        if (rest.size() < rule.length || !within(byteAt(1), rule.secondFirst, rule.secondLast)) {
            return 0;
        }
        for (std::size_t i = 2; i < rule.length; ++i) {
            if (!within(byteAt(i), 0x80, 0xBF)) {
                return 0;
            }
        }
        return rule.length;
    }
    return 0;
}

} // namespace

std::optional<std::size_t> firstInvalidUtf8(std::string_view text) noexcept {
    std::size_t at = 0;
    while (at < text.size()) {
        const std::size_t length = sequenceLength(text.substr(at));
        if (length == 0) {
            return at;
        }
        at += length;
    }
    return std::nullopt;
}

} // namespace parley
