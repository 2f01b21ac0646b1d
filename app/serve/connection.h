// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "serve/socket_wait.h"

#include <array>
#include <chrono>
#include <cstddef>

namespace parley::serve {

/// A client's socket, with limits in time and bytes to what it may send: httplib reads lines of any length and any
/// number of them. One thread at a time.
class Connection {
public:
    /// Takes the socket over.
    Connection(int socket, const WakeUp& wakeUp) : m_socket(socket), m_wakeUp(wakeUp) {}
    /// Closes it, after waiting a little for the client to take what was sent last.
    ~Connection();
    Connection(const Connection&) = delete;
    Connection& operator=(const Connection&) = delete;

    /// Waits for a request to begin, and allows it a head. False: there comes none.
    [[nodiscard]] bool waitForRequest();
    /// The head has been read: allows a body.
    void allowBody(std::size_t bytes);
    /// The body has been read, or there was none.
    void endRequest() noexcept { m_isBetween = true; }
    /// Whether the next thing that comes can only be another request.
    [[nodiscard]] bool isBetween() const noexcept { return m_isBetween; }

    /// As read(2) and write(2): -1 beyond the limits, when the client is too slow, and when the server is about to end.
    [[nodiscard]] long read(char* bytes, std::size_t size);
    [[nodiscard]] long write(const char* bytes, std::size_t size);
    /// False once the client has hung up, or half of it: who doesn't want to speak any more isn't waited for.
    [[nodiscard]] bool clientIsThere() const;
    [[nodiscard]] int socket() const noexcept { return m_socket; }

private:
    using Clock = std::chrono::steady_clock;
    void linger();

    int m_socket;
    const WakeUp& m_wakeUp;
    std::array<char, 4096> m_buffer{};
    std::size_t m_begin = 0; ///< of what is in the buffer
    std::size_t m_end = 0;
    std::size_t m_allowed = 0; ///< bytes that may still be read
    Clock::time_point m_deadline{};
    bool m_isBetween = true;
};

} // namespace parley::serve
