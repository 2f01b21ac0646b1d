// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "parley/script.h"
#include "script/tags.h"

#include <algorithm>
#include <optional>

namespace parley {

namespace {

using Kind = ScriptWarning::Kind;

/// Longer parentheses hold asides, not sounds.
constexpr std::size_t kLongestNonVerbal = 30;

bool isLetter(char c) noexcept {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

std::string lowered(std::string_view words) {
    std::string text(words);
    for (char& c : text) {
        c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    }
    return text;
}

bool isNonVerbal(std::string_view words) {
    return std::find(kNonVerbals.begin(), kNonVerbals.end(), words) != kNonVerbals.end();
}

/// The words in the parentheses that open at `offset`, when they look like a sound: letters and spaces, not too many.
std::optional<std::string_view> wordsInParentheses(std::string_view script, std::size_t offset) {
    const std::string_view inside = script.substr(offset + 1, kLongestNonVerbal + 1);
    const std::string_view words = inside.substr(0, inside.find(')'));
    const auto fits = [](char c) { return isLetter(c) || c == ' '; };
    const bool closed = words.size() < inside.size();
    if (!closed || !std::all_of(words.begin(), words.end(), fits) ||
        std::none_of(words.begin(), words.end(), isLetter)) {
        return std::nullopt;
    }
    return words;
}

std::string_view trimmed(std::string_view words) {
    const std::size_t first = words.find_first_not_of(' ');
    return words.substr(first, words.find_last_not_of(' ') - first + 1);
}

/// Reads a script once, from left to right.
class Linter {
public:
    explicit Linter(std::string_view script) : m_script(script) {}

    std::vector<ScriptWarning> run() {
        checkBeginning();
        for (std::size_t at = 0; at < m_script.size(); ++at) {
            if (const auto tag = tagAt(m_script, at)) {
                checkTag(*tag);
            } else if (m_script[at] == '(') {
                checkParentheses(at);
            }
        }
        return std::move(m_warnings);
    }

private:
    void warn(Kind kind, std::size_t offset, std::size_t length, std::string message) {
        m_warnings.push_back({kind, offset, length, std::move(message)});
    }

    /// A wrong case is reported once, as TagCase; it counts as the tag that was meant everywhere else.
    void checkBeginning() {
        const std::size_t first = m_script.find_first_not_of(kWhitespace);
        if (first == std::string_view::npos) {
            return;
        }
        const auto tag = tagAt(m_script, first);
        if (tag && tag->speaker == 1) {
            return;
        }
        const std::size_t wordEnd = std::min(m_script.find_first_of(kWhitespace, first), m_script.size());
        warn(Kind::MissingFirstTag, first, tag ? kTagLength : wordEnd - first, "a script begins with [S1]");
    }

    void checkTag(const SpeakerTag& tag) {
        const std::string right(tagText(tag.speaker));
        if (!tag.exactCase) {
            const std::string found(m_script.substr(tag.offset, kTagLength));
            warn(Kind::TagCase, tag.offset, kTagLength, found + " would be read aloud; write " + right);
        }
        if (m_lastSpeaker == tag.speaker) {
            warn(Kind::NotAlternating, tag.offset, kTagLength,
                 right + " speaks twice in a row; drop this tag, or write " +
                     std::string(tagText(otherSpeaker(tag.speaker))) + " here");
        }
        m_lastSpeaker = tag.speaker;
    }

    void checkParentheses(std::size_t offset) {
        const auto words = wordsInParentheses(m_script, offset);
        if (!words || isNonVerbal(*words)) {
            return;
        }
        const std::string meant = lowered(trimmed(*words));
        const std::string advice = isNonVerbal(meant)
                                       ? "write (" + meant + ")"
                                       : "the model was not taught this sound, and may read it aloud or skip it";
        warn(Kind::UnlistedNonVerbal, offset, words->size() + 2, "(" + std::string(*words) + "): " + advice);
    }

    std::string_view m_script;
    std::optional<std::uint8_t> m_lastSpeaker;
    std::vector<ScriptWarning> m_warnings;
};

} // namespace

std::vector<ScriptWarning> lintScript(std::string_view script) {
    return Linter(script).run();
}

} // namespace parley
