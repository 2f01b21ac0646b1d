// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "parley/error.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace parley {

/// The non-verbal sounds that the model was taught, without their parentheses.
inline constexpr std::array<std::string_view, 21> kNonVerbals = {
    "laughs",  "clears throat", "sighs",  "gasps",   "coughs",  "singing", "sings",
    "mumbles", "beep",          "groans", "sniffs",  "claps",   "screams", "inhales",
    "exhales", "applause",      "burps",  "humming", "sneezes", "chuckle", "whistles"};

/// What a person should know about a script before it is spoken.
struct ScriptWarning {
    enum class Kind { MissingFirstTag, TagCase, NotAlternating, UnlistedNonVerbal };
    Kind kind;
    std::size_t offset; ///< first byte concerned
    std::size_t length; ///< bytes concerned
    std::string message;
};

/// Looks through a script. Never fails; a script that can't be spoken at all is encodeScript()'s to refuse. Any thread.
[[nodiscard]] std::vector<ScriptWarning> lintScript(std::string_view script);

/// Turns text into the model's bytes: UTF-8, with [S1] as 1 and [S2] as 2. `limit` counts bytes after that.
/// Errors: ScriptInvalid for an empty text, invalid UTF-8, bytes 0, 1 and 2, and more than `limit` bytes. Any thread.
[[nodiscard]] Result<std::vector<std::uint8_t>> encodeScript(std::string_view text, std::size_t limit);

/// Transcript and script as one text, the way the model reads a voice prompt: transcript, line break, script.
[[nodiscard]] std::string joinTranscript(std::string_view transcript, std::string_view script);

/// The script with the other speaker's tag behind its last turn, which keeps the model from cutting the last word.
[[nodiscard]] std::string withClosingTag(std::string_view script);

} // namespace parley
