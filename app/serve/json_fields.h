// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <nlohmann/json.hpp>

#include <cstdint>
#include <optional>
#include <set>
#include <string>

namespace parley::serve {

/// The fields of a JSON object that came from outside. Null is as good as absent. Everything throws ApiFailure.
class JsonFields {
public:
    /// Parses an object that is not deeper than fields of ours are.
    explicit JsonFields(const std::string& text);

    [[nodiscard]] std::optional<std::string> text(const char* name);
    [[nodiscard]] std::optional<double> number(const char* name);
    [[nodiscard]] std::optional<std::int64_t> wholeNumber(const char* name);
    [[nodiscard]] std::optional<bool> truth(const char* name);
    /// A text, or an object with nothing but a text "id".
    [[nodiscard]] std::optional<std::string> textOrId(const char* name);

    /// Refuses fields that nobody asked for: a slip of the pen must not pass for a setting.
    void requireNoOthers() const;

private:
    /// Null if there is no such field.
    [[nodiscard]] const nlohmann::json* find(const char* name);

    nlohmann::json m_object;
    std::set<std::string> m_known;
};

} // namespace parley::serve
