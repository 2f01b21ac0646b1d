// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "parley/script.h"
#include "script/tags.h"
#include "script/utf8.h"

#include <optional>

namespace parley {

namespace {

/// 1130 as "1,130".
std::string grouped(std::size_t number) {
    std::string digits = std::to_string(number);
    for (std::size_t left = digits.size(); left > 3; left -= 3) {
        digits.insert(left - 3, ",");
    }
    return digits;
}

Error invalid(Phrase problem, Phrase remedy) {
    return {ErrorCode::ScriptInvalid, phrase("text"), std::move(problem), std::move(remedy)};
}

/// What is wrong with the text itself, whatever its length.
std::optional<Error> findFault(std::string_view text) {
    if (text.empty()) {
        return invalid(phrase("it is empty"), phrase("write what is to be said"));
    }
    if (const auto at = firstInvalidUtf8(text)) {
        return invalid(phrase("the byte at offset %1 is not valid UTF-8", grouped(*at)),
                       phrase("save the text as UTF-8"));
    }
    constexpr std::string_view kReserved("\0\1\2", 3);
    if (const auto at = text.find_first_of(kReserved); at != std::string_view::npos) {
        const Phrase meaning = text[at] == '\0' ? phrase("padding") : phrase("a speaker's tag");
        return invalid(phrase("the control character at offset %1 would be read as %2", grouped(at), meaning),
                       phrase("remove it"));
    }
    return std::nullopt;
}

} // namespace

Result<std::vector<std::uint8_t>> encodeScript(std::string_view text, std::size_t limit) {
    if (auto fault = findFault(text)) {
        return *std::move(fault);
    }
    std::vector<std::uint8_t> bytes;
    bytes.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const auto tag = tagAt(text, at);
        const bool isTag = tag && tag->exactCase;
        bytes.push_back(isTag ? tag->speaker : static_cast<std::uint8_t>(text[at]));
        at += isTag ? kTagLength : 1;
    }
    if (bytes.size() > limit) {
        return invalid(phrase("too long: %1 bytes of %2 (a tag counts as one; the transcript of a voice counts too)",
                              grouped(bytes.size()), grouped(limit)),
                       phrase("shorten it by %1 bytes, or speak it in parts", grouped(bytes.size() - limit)));
    }
    return bytes;
}

} // namespace parley
