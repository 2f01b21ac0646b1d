// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "serve/api_error.h"
#include "serve/http.h"

#include <optional>
#include <string>

namespace parley::serve {

/// Whether only this machine reaches what listens on that host: localhost, 127.x.x.x, ::1.
[[nodiscard]] bool isLoopback(const std::string& host);

/// Who may ask. With a key: who has it. Without one: programs on this machine, but no page in a browser.
class Gate {
public:
    /// Empty: there is no key.
    explicit Gate(std::string key) : m_key(std::move(key)) {}

    /// Why the client is turned away; nothing if it isn't. Any thread.
    [[nodiscard]] std::optional<ApiError> refusal(const HttpHead& head) const;

private:
    std::string m_key;
};

} // namespace parley::serve
