// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "serve/gate.h"

#include <arpa/inet.h>

#include <algorithm>
#include <cctype>
#include <string_view>

namespace parley::serve {

namespace {

/// Takes as long for a wrong key as for the right one, wherever they differ, so that it can't be guessed piece by
/// piece.
bool isSame(std::string_view given, std::string_view wanted) {
    unsigned difference = given.size() == wanted.size() ? 0U : 1U;
    for (std::size_t i = 0; i < given.size(); ++i) {
        const char other = wanted.empty() ? '\0' : wanted[i % wanted.size()];
        difference |= static_cast<unsigned>(static_cast<unsigned char>(given[i] ^ other));
    }
    return difference == 0U;
}

/// host, host:port, [address] or [address]:port; empty for what is none of these.
std::string withoutPort(std::string_view text) {
    const bool hasBrackets = text.starts_with('[');
    const std::size_t end = hasBrackets ? text.find(']') : text.find(':');
    if (hasBrackets && end == std::string_view::npos) {
        return {};
    }
    const std::string_view host = hasBrackets ? text.substr(1, end - 1) : text.substr(0, end);
    const std::string_view rest =
        end == std::string_view::npos ? std::string_view() : text.substr(end + (hasBrackets ? 1 : 0));
    if (!rest.empty()) {
        const bool isPort = rest.front() == ':' && std::all_of(rest.begin() + 1, rest.end(),
                                                               [](unsigned char c) { return std::isdigit(c) != 0; });
        return isPort ? std::string(host) : std::string();
    }
    return std::string(host);
}

bool isLocalOrigin(std::string_view origin) {
    for (const std::string_view scheme : {"http://", "https://"}) {
        if (origin.starts_with(scheme)) {
            return isLoopback(withoutPort(origin.substr(scheme.size())));
        }
    }
    return false;
}

/// A page in a browser reaches this machine's loopback, too: directly, or under a name of its own that it has pointed
/// to 127.0.0.1 after it was loaded (DNS rebinding). The browser then sends that name as Host, and with everything that
/// may change something the page's Origin; a page can change neither.
std::optional<ApiError> refusalOfPages(const HttpHead& head) {
    const std::vector<std::string> hosts = head.values("Host");
    if (hosts.size() != 1 || !isLoopback(withoutPort(hosts.front()))) {
        return ApiError{403,
                        "this server has no key and answers only to localhost, 127.0.0.1 and [::1] as its Host; "
                        "start it with --key-file to use another name",
                        {},
                        "host_not_allowed"};
    }
    const std::vector<std::string> origins = head.values("Origin");
    if (!std::all_of(origins.begin(), origins.end(), isLocalOrigin)) {
        return ApiError{403,
                        "this server has no key and answers no web page of another machine; start it with --key-file",
                        {},
                        "origin_not_allowed"};
    }
    return std::nullopt;
}

} // namespace

bool isLoopback(const std::string& host) {
    std::string name = host;
    std::transform(name.begin(), name.end(), name.begin(),
                   [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    in_addr four{};
    in6_addr six{};
    if (inet_pton(AF_INET, name.c_str(), &four) == 1) {
        return ntohl(four.s_addr) >> 24U == 127;
    }
    if (inet_pton(AF_INET6, name.c_str(), &six) == 1) {
        return IN6_IS_ADDR_LOOPBACK(&six);
    }
    return name == "localhost";
}

std::optional<ApiError> Gate::refusal(const HttpHead& head) const {
    if (m_key.empty()) {
        return refusalOfPages(head);
    }
    if (head.path == "/health") { // tells nothing, and a container's health check has no key
        return std::nullopt;
    }
    constexpr std::string_view kScheme = "Bearer ";
    const std::string given = head.value("Authorization");
    if (given.empty()) {
        return ApiError{401, "this server wants a key: send it as 'Authorization: Bearer KEY'", {}, "missing_api_key"};
    }
    if (!given.starts_with(kScheme) || !isSame(std::string_view(given).substr(kScheme.size()), m_key)) {
        return ApiError{401, "the key is wrong", {}, "invalid_api_key"};
    }
    return std::nullopt;
}

} // namespace parley::serve
