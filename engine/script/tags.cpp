// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "script/tags.h"

namespace parley {

std::optional<SpeakerTag> tagAt(std::string_view text, std::size_t offset) noexcept {
    if (offset > text.size() || text.size() - offset < kTagLength) {
        return std::nullopt;
    }
    const char letter = text[offset + 1];
    const char digit = text[offset + 2];
    const bool isTag = text[offset] == '[' && (letter == 'S' || letter == 's') && (digit == '1' || digit == '2') &&
                       text[offset + 3] == ']';
    if (!isTag) {
        return std::nullopt;
    }
    const std::uint8_t speaker = digit == '1' ? 1 : 2;
    return SpeakerTag{.offset = offset, .speaker = speaker, .exactCase = letter == 'S'};
}

std::vector<SpeakerTag> findTags(std::string_view text) {
    std::vector<SpeakerTag> tags;
    for (std::size_t at = text.find('['); at != std::string_view::npos; at = text.find('[', at + 1)) {
        if (const auto tag = tagAt(text, at)) {
            tags.push_back(*tag);
        }
    }
    return tags;
}

std::string_view tagText(std::uint8_t speaker) noexcept {
    return speaker == 1 ? "[S1]" : "[S2]";
}

} // namespace parley
