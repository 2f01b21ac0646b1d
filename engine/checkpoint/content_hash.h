// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <memory>
#include <span>
#include <string>
#include <string_view>

struct XXH3_state_s;

namespace parley::checkpoint {

/// 128 bits that tell contents apart, at the speed of memory (XXH3, https://xxhash.com). Against accidents, not malice.
class ContentHash {
public:
    ContentHash();

    void add(std::span<const std::byte> bytes);
    /// A text with its length, so that ("ab", "c") and ("a", "bc") differ.
    void add(std::string_view text);

    /// 32 hexadecimal digits.
    [[nodiscard]] std::string digits() const;

private:
    struct Free {
        void operator()(XXH3_state_s* state) const noexcept;
    };
    std::unique_ptr<XXH3_state_s, Free> m_state;
};

/// The digits of one piece.
[[nodiscard]] std::string contentDigits(std::span<const std::byte> bytes);

} // namespace parley::checkpoint
