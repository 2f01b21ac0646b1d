// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <chrono>

namespace parley::serve {

/// Wakes everyone who waits at a socket. Any thread.
class WakeUp {
public:
    /// Throws std::system_error.
    WakeUp();
    ~WakeUp();
    WakeUp(const WakeUp&) = delete;
    WakeUp& operator=(const WakeUp&) = delete;

    void ring() noexcept;
    [[nodiscard]] bool hasRung() const noexcept;
    /// Readable once it has rung.
    [[nodiscard]] int descriptor() const noexcept { return m_pipe[0]; }

private:
    std::array<int, 2> m_pipe{-1, -1};
};

enum class Waited { Ready, TimedOut, Woken, Failed };

/// Waits until a socket can be read (POLLIN) or written (POLLOUT). What is there comes before the bell; null: there is
/// no bell.
[[nodiscard]] Waited waitFor(int socket, short what, std::chrono::steady_clock::time_point until, const WakeUp* wakeUp);

} // namespace parley::serve
