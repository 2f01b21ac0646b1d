// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace parley {

/// Bytes of a tag: [S1] and [S2] have four each.
inline constexpr std::size_t kTagLength = 4;

/// A speaker's tag in a script. With the case wrong ([s1]) the model reads it as plain characters.
struct SpeakerTag {
    std::size_t offset = 0;   ///< its first byte
    std::uint8_t speaker = 1; ///< 1 or 2, which is also the byte that stands for it in the model's input
    bool exactCase = true;
};

/// The tag that begins at `offset`, if one does.
[[nodiscard]] std::optional<SpeakerTag> tagAt(std::string_view text, std::size_t offset) noexcept;

/// Every tag of the text, in order.
[[nodiscard]] std::vector<SpeakerTag> findTags(std::string_view text);

/// The way a tag is written: "[S1]" or "[S2]".
[[nodiscard]] std::string_view tagText(std::uint8_t speaker) noexcept;

/// The one who speaks next.
[[nodiscard]] constexpr std::uint8_t otherSpeaker(std::uint8_t speaker) noexcept {
    return speaker == 1 ? 2 : 1;
}

/// The bytes that separate words in a script.
inline constexpr std::string_view kWhitespace = " \t\r\n\v\f";

} // namespace parley
