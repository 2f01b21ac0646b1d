// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "parley/phrase.h"

#include <exception>
#include <string>
#include <string_view>
#include <utility>
#include <variant>

namespace parley {

/// What kind of failure it was; programs branch on this, people read Error::message().
enum class ErrorCode {
    ModelNotFound,
    CheckpointCorrupt,
    UnsupportedLayout,
    OutOfMemory,
    DeviceUnavailable,
    DTypeUnsupported,
    AudioUnreadable,
    FileUnwritable,
    ScriptInvalid,
    OptionInvalid,
    NumericFailure,
    DiskFull,
    NetworkFailed,
    Cancelled,
    Internal,
};

[[nodiscard]] constexpr std::string_view errorCodeName(ErrorCode code) noexcept {
    switch (code) {
    case ErrorCode::ModelNotFound:
        return "model-not-found";
    case ErrorCode::CheckpointCorrupt:
        return "checkpoint-corrupt";
    case ErrorCode::UnsupportedLayout:
        return "unsupported-layout";
    case ErrorCode::OutOfMemory:
        return "out-of-memory";
    case ErrorCode::DeviceUnavailable:
        return "device-unavailable";
    case ErrorCode::DTypeUnsupported:
        return "dtype-unsupported";
    case ErrorCode::AudioUnreadable:
        return "audio-unreadable";
    case ErrorCode::FileUnwritable:
        return "file-unwritable";
    case ErrorCode::ScriptInvalid:
        return "script-invalid";
    case ErrorCode::OptionInvalid:
        return "option-invalid";
    case ErrorCode::NumericFailure:
        return "numeric-failure";
    case ErrorCode::DiskFull:
        return "disk-full";
    case ErrorCode::NetworkFailed:
        return "network-failed";
    case ErrorCode::Cancelled:
        return "cancelled";
    case ErrorCode::Internal:
        return "internal";
    }
    return "internal";
}

/// One failure, in words for the person at the screen.
struct Error {
    ErrorCode code = ErrorCode::Internal;
    Phrase subject;       ///< the file, option or value it happened to; may be empty
    Phrase problem;       ///< what happened to it; may be empty when the code says it and there is a detail
    Phrase remedy;        ///< what to do about it; may be empty
    std::string detail{}; ///< English, for those who look into files and systems; may be empty

    /// "subject: problem: detail; remedy" on one line, in English.
    [[nodiscard]] std::string message() const {
        std::string text;
        for (const std::string& part : {subject.english(), problem.english(), detail}) {
            text += (text.empty() || part.empty() ? "" : ": ") + part;
        }
        return remedy.empty() ? text : text + "; " + remedy.english();
    }
};

/// How an Error travels inside the engine. It is caught once, at the engine's edge.
class EngineError : public std::exception {
public:
    explicit EngineError(Error error) : m_error(std::move(error)), m_message(m_error.message()) {}
    EngineError(ErrorCode code, Phrase subject, Phrase problem, Phrase remedy = {}, std::string detail = {})
        : EngineError(Error{code, std::move(subject), std::move(problem), std::move(remedy), std::move(detail)}) {}

    [[nodiscard]] const Error& error() const noexcept { return m_error; }
    [[nodiscard]] const char* what() const noexcept override { return m_message.c_str(); }

private:
    Error m_error;
    std::string m_message;
};

/// A value, or why there is none. What every fallible function of the public headers returns.
template <typename T>
class [[nodiscard]] Result {
public:
    Result(T value) : m_state(std::in_place_index<0>, std::move(value)) {}     // NOLINT: meant to convert
    Result(Error error) : m_state(std::in_place_index<1>, std::move(error)) {} // NOLINT: meant to convert

    [[nodiscard]] bool ok() const noexcept { return m_state.index() == 0; }
    explicit operator bool() const noexcept { return ok(); }

    /// Only when ok().
    [[nodiscard]] T& value() & { return std::get<0>(m_state); }
    [[nodiscard]] const T& value() const& { return std::get<0>(m_state); }
    [[nodiscard]] T&& value() && { return std::get<0>(std::move(m_state)); }
    /// Only when !ok().
    [[nodiscard]] const Error& error() const { return std::get<1>(m_state); }

private:
    std::variant<T, Error> m_state;
};

} // namespace parley
