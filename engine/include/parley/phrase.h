// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <concepts>
#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace parley {

/// `pattern` with "%1" to "%9" replaced by the values; places without a value stay.
[[nodiscard]] inline std::string fillPlaces(std::string_view pattern, const std::vector<std::string>& values) {
    std::string text;
    for (std::size_t i = 0; i < pattern.size(); ++i) {
        const std::size_t place = pattern[i] == '%' && i + 1 < pattern.size() && pattern[i + 1] >= '1'
                                      ? static_cast<std::size_t>(pattern[i + 1] - '1')
                                      : values.size();
        if (place < values.size()) {
            text += values[place];
            ++i;
        } else {
            text += pattern[i];
        }
    }
    return text;
}

/// Words for people: an English pattern and what belongs in its places, so that a window can say them in another
/// language; or a text that is the same in all of them.
class Phrase {
public:
    Phrase() = default;
    Phrase(const std::filesystem::path& path) : m_text(path.string()) {} // NOLINT: a path is the same in every language
    Phrase(std::string pattern, std::vector<Phrase> arguments)
        : m_text(std::move(pattern)), m_arguments(std::move(arguments)), m_isPattern(true) {}

    [[nodiscard]] static Phrase verbatim(std::string text) {
        Phrase phrase;
        phrase.m_text = std::move(text);
        return phrase;
    }

    [[nodiscard]] bool empty() const noexcept { return m_text.empty(); }
    /// False: text() is to be shown as it is.
    [[nodiscard]] bool isPattern() const noexcept { return m_isPattern; }
    [[nodiscard]] const std::string& text() const noexcept { return m_text; }
    [[nodiscard]] const std::vector<Phrase>& arguments() const noexcept { return m_arguments; }

    [[nodiscard]] std::string english() const {
        std::vector<std::string> values;
        values.reserve(m_arguments.size());
        for (const Phrase& argument : m_arguments) {
            values.push_back(argument.english());
        }
        return fillPlaces(m_text, values);
    }

private:
    std::string m_text;
    std::vector<Phrase> m_arguments;
    bool m_isPattern = false;
};

/// A text that is the same in all languages: a name, a number, words that come from outside.
[[nodiscard]] inline Phrase verbatim(std::string text) {
    return Phrase::verbatim(std::move(text));
}

/// A literal with exactly `Count` places; anything else doesn't compile.
template <std::size_t Count>
class PhrasePattern {
public:
    consteval PhrasePattern(const char* text) : m_text(text) { // NOLINT: meant to convert
        std::size_t places = 0;
        for (const char* c = text; *c != '\0'; ++c) {
            if (*c == '%' && c[1] >= '1' && c[1] <= '9') {
                places = std::max(places, static_cast<std::size_t>(c[1] - '0'));
            }
        }
        if (places != Count) {
            throw "the pattern's places are not as many as its arguments";
        }
    }
    [[nodiscard]] const char* text() const noexcept { return m_text; }

private:
    const char* m_text;
};

namespace detail {

template <typename Argument>
[[nodiscard]] Phrase asPhrase(const Argument& argument) {
    if constexpr (std::integral<Argument>) {
        return Phrase::verbatim(std::to_string(argument));
    } else if constexpr (std::convertible_to<const Argument&, std::string_view>) {
        return Phrase::verbatim(std::string(std::string_view(argument)));
    } else {
        return argument;
    }
}

} // namespace detail

/// phrase("is longer than %1 seconds", 600). The one way to make a pattern: scripts/translations.sh collects these
/// calls. Arguments are phrases, paths, texts and whole numbers.
template <typename... Arguments>
[[nodiscard]] Phrase phrase(PhrasePattern<sizeof...(Arguments)> pattern, const Arguments&... arguments) {
    return {pattern.text(), {detail::asPhrase(arguments)...}};
}

/// An option with its value, as the command line writes it; a window puts its own name of that setting in.
[[nodiscard]] inline Phrase optionPhrase(std::string_view option, std::string_view value) {
    return phrase("%1 %2", option, value);
}

} // namespace parley
