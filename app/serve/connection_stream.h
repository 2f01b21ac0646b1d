// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "serve/connection.h"

#include <httplib.h>

#include <string>

namespace parley::serve {

/// A Connection as the library wants it.
class ConnectionStream final : public httplib::Stream {
public:
    explicit ConnectionStream(Connection& connection) : m_connection(connection) {}

    [[nodiscard]] bool is_readable() const override { return true; }
    ssize_t read(char* bytes, size_t size) override { return m_connection.read(bytes, size); }
    ssize_t write(const char* bytes, size_t size) override { return m_connection.write(bytes, size); }
    void get_remote_ip_and_port(std::string&, int&) const override {}
    void get_local_ip_and_port(std::string&, int&) const override {}
    [[nodiscard]] socket_t socket() const override { return m_connection.socket(); }
    // Which of these there are to override differs between the library's versions.
    // NOLINTBEGIN(modernize-use-override,cppcoreguidelines-explicit-virtual-functions,readability-*,clang-diagnostic-*)
    [[nodiscard]] bool is_writable() const { return m_connection.clientIsThere(); }
    [[nodiscard]] bool wait_writable() const { return m_connection.clientIsThere(); }
    [[nodiscard]] bool wait_readable() const { return true; }
    [[nodiscard]] time_t duration() const { return 0; }
    // NOLINTEND(modernize-use-override,cppcoreguidelines-explicit-virtual-functions,readability-*,clang-diagnostic-*)

private:
    Connection& m_connection;
};

} // namespace parley::serve
