// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "parley/error.h"
#include "serve/http.h"

#include <cstddef>
#include <memory>
#include <stop_token>
#include <string>

namespace parley::serve {

/// HTTP/1.1 by cpp-httplib, one thread a connection.
class HttpServer {
public:
    /// `threads`: connections that are served at a time; more wait. `mostBodyBytes`: of a request.
    HttpServer(HttpHandler& handler, std::size_t threads, std::size_t mostBodyBytes);
    ~HttpServer();
    HttpServer(const HttpServer&) = delete;
    HttpServer& operator=(const HttpServer&) = delete;

    /// Takes the port, or a free one for 0; returns it. Errors: NetworkFailed.
    [[nodiscard]] Result<int> bind(const std::string& host, int port);
    /// Serves until `stop`, and then until the answers that are under way have ended. `onStop` is called as soon as no
    /// connection is taken any more; it should end what those answers wait for.
    void run(const std::stop_token& stop, const std::function<void()>& onStop);

private:
    class Impl;
    std::unique_ptr<Impl> m_impl;
};

} // namespace parley::serve
