// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <atomic>
#include <stop_token>
#include <thread>

namespace parley::cli {

/// Ctrl-C and requests to terminate. Until somebody heeds them, they end the program at once, as there is nothing to
/// keep; then the first one becomes a stop, and the second ends the program. One at a time; make it before any other
/// thread.
class Interrupt {
public:
    Interrupt();
    ~Interrupt();
    Interrupt(const Interrupt&) = delete;
    Interrupt& operator=(const Interrupt&) = delete;

    /// From here on, the caller looks at this token and keeps what there is.
    [[nodiscard]] std::stop_token heed() {
        m_heeded = true;
        return m_source.get_token();
    }

private:
    void listen();

    std::stop_source m_source;
    std::atomic<bool> m_heeded = false;
    std::jthread m_listener;
};

} // namespace parley::cli
