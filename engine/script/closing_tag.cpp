// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "parley/script.h"
#include "script/tags.h"

namespace parley {

std::string withClosingTag(std::string_view script) {
    std::string text(script);
    std::optional<SpeakerTag> last;
    for (const SpeakerTag& tag : findTags(script)) {
        if (tag.exactCase) {
            last = tag;
        }
    }
    if (!last) {
        return text;
    }
    const std::size_t lastWord = script.find_last_not_of(kWhitespace);
    if (lastWord == last->offset + kTagLength - 1) {
        return text;
    }
    if (lastWord + 1 == text.size()) {
        text += ' ';
    }
    return text.append(tagText(otherSpeaker(last->speaker)));
}

} // namespace parley
