// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "serve/connection.h"

#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>

namespace parley::serve {

namespace {

using std::chrono::milliseconds;
using std::chrono::seconds;

constexpr seconds kIdle{5};       // between two requests
constexpr seconds kHeadTime{10};  // all of it
constexpr seconds kBodyTime{30};  // all of it
constexpr seconds kWriteTime{30}; // without a single byte taken
constexpr seconds kEndingTime{1}; // the same, when the server is about to end
constexpr seconds kLingering{1};
constexpr std::size_t kMostHeadBytes = std::size_t{32} << 10U;
constexpr std::size_t kMostLingeringBytes = std::size_t{1} << 20U;

#ifdef MSG_NOSIGNAL
constexpr int kSendFlags = MSG_DONTWAIT | MSG_NOSIGNAL;
#else
constexpr int kSendFlags = MSG_DONTWAIT; // SIGPIPE is ignored by the program
#endif

bool isAgain(int error) {
    return error == EAGAIN || error == EWOULDBLOCK || error == EINTR;
}

} // namespace

Connection::~Connection() {
    linger();
    close(m_socket);
}

/// A socket that is closed over unread bytes resets the connection, and the client may never see its answer.
void Connection::linger() {
    if (shutdown(m_socket, SHUT_WR) != 0) {
        return;
    }
    const Clock::time_point until = Clock::now() + kLingering;
    std::size_t taken = 0;
    while (taken < kMostLingeringBytes && waitFor(m_socket, POLLIN, until, &m_wakeUp) == Waited::Ready) {
        const ssize_t count = recv(m_socket, m_buffer.data(), m_buffer.size(), MSG_DONTWAIT);
        if (count == 0 || (count < 0 && !isAgain(errno))) {
            return;
        }
        taken += static_cast<std::size_t>(std::max<ssize_t>(count, 0));
    }
}

bool Connection::waitForRequest() {
    if (m_begin == m_end && waitFor(m_socket, POLLIN, Clock::now() + kIdle, &m_wakeUp) != Waited::Ready) {
        return false;
    }
    m_allowed = kMostHeadBytes;
    m_deadline = Clock::now() + kHeadTime;
    m_isBetween = false;
    return true;
}

void Connection::allowBody(std::size_t bytes) {
    m_allowed = bytes;
    m_deadline = Clock::now() + kBodyTime;
}

long Connection::read(char* bytes, std::size_t size) {
    if (size == 0) {
        return 0;
    }
    while (m_begin == m_end) {
        if (m_allowed == 0 || waitFor(m_socket, POLLIN, m_deadline, &m_wakeUp) != Waited::Ready) {
            return -1;
        }
        const ssize_t count = recv(m_socket, m_buffer.data(), std::min(m_buffer.size(), m_allowed), MSG_DONTWAIT);
        if (count == 0 || (count < 0 && !isAgain(errno))) {
            return static_cast<long>(count);
        }
        m_begin = 0;
        m_end = static_cast<std::size_t>(std::max<ssize_t>(count, 0));
        m_allowed -= m_end;
    }
    const std::size_t given = std::min(size, m_end - m_begin);
    std::memcpy(bytes, m_buffer.data() + m_begin, given);
    m_begin += given;
    return static_cast<long>(given);
}

long Connection::write(const char* bytes, std::size_t size) {
    Clock::time_point until = Clock::now() + kWriteTime;
    bool isEnding = false;
    while (true) {
        const ssize_t count = send(m_socket, bytes, size, kSendFlags);
        if (count >= 0 || !isAgain(errno)) {
            return static_cast<long>(count);
        }
        // Once the bell has rung it would wake this at once, over and over.
        const Waited waited = waitFor(m_socket, POLLOUT, until, isEnding ? nullptr : &m_wakeUp);
        if (waited == Waited::Woken) {
            isEnding = true;
            until = std::min(until, Clock::now() + kEndingTime);
        } else if (waited != Waited::Ready) {
            return -1;
        }
    }
}

bool Connection::clientIsThere() const {
    char byte = 0;
    const ssize_t count = recv(m_socket, &byte, 1, MSG_PEEK | MSG_DONTWAIT);
    return count > 0 || (count < 0 && isAgain(errno));
}

} // namespace parley::serve
