// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "serve/api_error.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace parley::serve {

namespace {

std::string_view typeOf(int status) {
    if (status == 429) {
        return "rate_limit_error";
    }
    return status >= 500 ? "server_error" : "invalid_request_error";
}

nlohmann::json orNull(const std::string& text) {
    return text.empty() ? nlohmann::json(nullptr) : nlohmann::json(text);
}

/// --top-k → top_k; empty for what is no option.
std::string fieldOf(const Phrase& phrase) {
    std::string name = phrase.text();
    if (phrase.isPattern() || !name.starts_with("--")) {
        return {};
    }
    name.erase(0, 2);
    std::replace(name.begin(), name.end(), '-', '_');
    return name;
}

/// In English, with options as fields.
std::string say(const Phrase& phrase) {
    if (!phrase.isPattern()) {
        const std::string field = fieldOf(phrase);
        return field.empty() ? phrase.text() : field;
    }
    std::vector<std::string> values;
    for (const Phrase& argument : phrase.arguments()) {
        values.push_back(say(argument));
    }
    return fillPlaces(phrase.text(), values);
}

int statusOf(ErrorCode code) {
    switch (code) {
    case ErrorCode::ScriptInvalid:
    case ErrorCode::OptionInvalid:
    case ErrorCode::AudioUnreadable:
    case ErrorCode::FileUnwritable:
        return 400;
    case ErrorCode::Internal:
    case ErrorCode::NumericFailure:
        return 500;
    default: // no model, no memory, or the server is about to end
        return 503;
    }
}

std::string paramOf(const Error& error) {
    switch (error.code) {
    case ErrorCode::ScriptInvalid:
        return "input";
    case ErrorCode::AudioUnreadable:
        return "voice";
    case ErrorCode::FileUnwritable: // no such encoder
        return "response_format";
    default:
        return error.subject.arguments().empty() ? std::string() : fieldOf(error.subject.arguments().front());
    }
}

} // namespace

HttpReply replyOf(const ApiError& error) {
    const nlohmann::ordered_json json = {{"error",
                                          {{"message", error.message},
                                           {"type", typeOf(error.status)},
                                           {"param", orNull(error.param)},
                                           {"code", orNull(error.code)}}}};
    HttpReply reply;
    reply.status = error.status;
    // Names of files and what clients sent need not be UTF-8.
    reply.body = json.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace) + "\n";
    if (error.retryAfter > 0) {
        reply.headers.emplace_back("Retry-After", std::to_string(error.retryAfter));
    }
    if (error.status == 401) {
        reply.headers.emplace_back("WWW-Authenticate", "Bearer");
    }
    return reply;
}

ApiError apiErrorOf(const Error& error) {
    std::string message;
    for (const std::string& part : {say(error.subject), say(error.problem), error.detail}) {
        message += (message.empty() || part.empty() ? "" : ": ") + part;
    }
    message += error.remedy.empty() ? "" : "; " + say(error.remedy);
    return {statusOf(error.code), message, paramOf(error), std::string(errorCodeName(error.code))};
}

} // namespace parley::serve
