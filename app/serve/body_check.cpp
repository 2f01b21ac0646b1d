// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "serve/body_check.h"

#include "serve/api_error.h"

#include <strings.h>

#include <charconv>
#include <cstdint>

namespace parley::serve {

namespace {

void checkLength(const HttpHead& head, std::size_t mostBytes) {
    const std::vector<std::string> lengths = head.values("Content-Length");
    const std::vector<std::string> codings = head.values("Transfer-Encoding");
    if (lengths.size() + codings.size() > 1) { // two readers could see two different requests
        throw ApiFailure({400, "the length of the body is given more than once"});
    }
    if (codings.size() == 1) {
        if (strcasecmp(codings.front().c_str(), "chunked") != 0) {
            throw ApiFailure({501, "Transfer-Encoding must be chunked"});
        }
        return;
    }
    if (lengths.empty()) {
        throw ApiFailure({411, "there is no body: send JSON, with its Content-Length"});
    }
    const std::string& text = lengths.front();
    std::uint64_t length = 0;
    const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), length);
    if (fault == std::errc::result_out_of_range || (fault == std::errc{} && length > mostBytes)) {
        throw ApiFailure(
            {413, "the body is longer than " + std::to_string(mostBytes) + " bytes", {}, "body_too_large"});
    }
    if (fault != std::errc{} || end != text.data() + text.size()) {
        throw ApiFailure({400, "Content-Length is not a number"});
    }
}

} // namespace

void checkBodyHead(const HttpHead& head, std::size_t mostBytes) {
    checkLength(head, mostBytes);
    // A page of another machine may send forms and plain text without asking, but not JSON.
    const std::string type = head.value("Content-Type");
    if (strcasecmp(type.substr(0, type.find_first_of("; ")).c_str(), "application/json") != 0) {
        throw ApiFailure({415, "the body must be JSON: send 'Content-Type: application/json'", {}, "not_json"});
    }
    if (!head.values("Content-Encoding").empty()) {
        throw ApiFailure({415, "the body must not be packed"});
    }
}

} // namespace parley::serve
