// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "serve/json_fields.h"

#include "serve/api_error.h"

#include <limits>

namespace parley::serve {

namespace {

constexpr int kDeepest = 4;

[[noreturn]] void refuseType(const char* name, const char* wanted) {
    throw ApiFailure({400, std::string(name) + " must be " + wanted, name, "invalid_type"});
}

/// Looks at the depth on the way, so that a tower of brackets is never built.
bool mindDepth(int depth, nlohmann::json::parse_event_t event, nlohmann::json&) {
    const bool opens =
        event == nlohmann::json::parse_event_t::object_start || event == nlohmann::json::parse_event_t::array_start;
    if (opens && depth >= kDeepest) {
        throw ApiFailure({400, "the body is nested too deeply", {}, "invalid_json"});
    }
    return true;
}

nlohmann::json parse(const std::string& text) {
    std::string where;
    try {
        return nlohmann::json::parse(text, mindDepth);
    } catch (const nlohmann::json::parse_error& error) {
        where = ": there is a mistake at byte " + std::to_string(error.byte);
    } catch (const nlohmann::json::out_of_range&) {
        where = ": there is a number that is too large";
    }
    throw ApiFailure({400, "the body is not JSON in UTF-8" + where, {}, "invalid_json"});
}

} // namespace

JsonFields::JsonFields(const std::string& text) : m_object(parse(text)) {
    if (!m_object.is_object()) {
        throw ApiFailure({400, "the body must be a JSON object", {}, "invalid_json"});
    }
}

const nlohmann::json* JsonFields::find(const char* name) {
    m_known.insert(name);
    const auto field = m_object.find(name);
    return field == m_object.end() || field->is_null() ? nullptr : &*field;
}

std::optional<std::string> JsonFields::text(const char* name) {
    const nlohmann::json* const field = find(name);
    if (field == nullptr) {
        return std::nullopt;
    }
    if (!field->is_string()) {
        refuseType(name, "a text");
    }
    return field->get<std::string>();
}

std::optional<std::string> JsonFields::textOrId(const char* name) {
    const nlohmann::json* const field = find(name);
    if (field == nullptr || !field->is_object()) {
        return text(name);
    }
    if (field->size() != 1 || !field->contains("id") || !field->at("id").is_string()) {
        refuseType(name, "a text, or an object with a text \"id\"");
    }
    return field->at("id").get<std::string>();
}

std::optional<double> JsonFields::number(const char* name) {
    const nlohmann::json* const field = find(name);
    if (field == nullptr) {
        return std::nullopt;
    }
    if (!field->is_number()) {
        refuseType(name, "a number");
    }
    return field->get<double>();
}

std::optional<std::int64_t> JsonFields::wholeNumber(const char* name) {
    const nlohmann::json* const field = find(name);
    if (field == nullptr) {
        return std::nullopt;
    }
    constexpr std::uint64_t kMost = std::numeric_limits<std::int64_t>::max();
    if (!field->is_number_integer() || (field->is_number_unsigned() && field->get<std::uint64_t>() > kMost)) {
        refuseType(name, "a whole number up to 9223372036854775807");
    }
    return field->get<std::int64_t>();
}

std::optional<bool> JsonFields::truth(const char* name) {
    const nlohmann::json* const field = find(name);
    if (field == nullptr) {
        return std::nullopt;
    }
    if (!field->is_boolean()) {
        refuseType(name, "true or false");
    }
    return field->get<bool>();
}

void JsonFields::requireNoOthers() const {
    for (const auto& [name, value] : m_object.items()) {
        if (!m_known.contains(name)) {
            throw ApiFailure({400, "there is no field " + name + "; see docs/server.md", name, "unknown_field"});
        }
    }
}

} // namespace parley::serve
