// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "parley/error.h"
#include "serve/http.h"

#include <exception>
#include <string>

namespace parley::serve {

/// A refusal in OpenAI's shape.
struct ApiError {
    int status = 400;
    std::string message;
    std::string param{}; ///< the field that it is about; may be empty
    std::string code{};  ///< for programs; may be empty
    int retryAfter = 0;  ///< seconds; 0: not said
};

/// How an ApiError travels inside this room.
class ApiFailure : public std::exception {
public:
    explicit ApiFailure(ApiError error) : m_error(std::move(error)) {}

    [[nodiscard]] const ApiError& error() const noexcept { return m_error; }
    [[nodiscard]] const char* what() const noexcept override { return m_error.message.c_str(); }

private:
    ApiError m_error;
};

/// {"error": {"message", "type", "param", "code"}}
[[nodiscard]] HttpReply replyOf(const ApiError& error);

/// What the engine says, with its options called as the fields of a request are.
[[nodiscard]] ApiError apiErrorOf(const Error& error);

} // namespace parley::serve
