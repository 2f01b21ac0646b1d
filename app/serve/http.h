// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace parley::serve {

/// What a client asks, without the body.
struct HttpHead {
    std::string method;
    std::string path; ///< percent signs resolved, without the query
    std::vector<std::pair<std::string, std::string>> headers;

    /// The values of a header, in order; `name` in any case.
    [[nodiscard]] std::vector<std::string> values(std::string_view name) const;
    /// The only value of a header; empty if it is missing or there are several.
    [[nodiscard]] std::string value(std::string_view name) const;
};

struct HttpRequest {
    HttpHead head;
    std::string body;
    std::function<bool()> clientIsThere; ///< false once the client has hung up
};

/// Sends a piece of a body. False: nobody takes it any more.
using Send = std::function<bool(std::string_view bytes)>;

struct HttpReply {
    int status = 200;
    std::string contentType = "application/json";
    std::vector<std::pair<std::string, std::string>> headers{};
    std::string body{};
    /// In place of a body: sends it in pieces. Returns false when it broke off, which the client is to notice. Must not
    /// throw.
    std::function<bool(const Send& send)> stream{};
};

/// Answers requests, from several threads at a time.
class HttpHandler {
public:
    HttpHandler() = default;
    HttpHandler(const HttpHandler&) = delete;
    HttpHandler& operator=(const HttpHandler&) = delete;
    virtual ~HttpHandler() = default;

    /// What can be said before a body is read; nothing: the body is wanted.
    [[nodiscard]] virtual std::optional<HttpReply> answerHead(const HttpHead& head) = 0;
    [[nodiscard]] virtual HttpReply answer(const HttpRequest& request) = 0;
    /// The answer where a request could not be understood, or went wrong inside.
    [[nodiscard]] virtual HttpReply answerFault(int status, const std::string& message) = 0;
    /// A request has had its answer, with this status.
    virtual void onAnswered(const HttpHead& head, int status) = 0;
};

} // namespace parley::serve
