// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <stop_token>
#include <thread>

namespace parley::cli {

/// Turns Ctrl-C and a request to terminate into a stop. The second one ends the program at once. One at a time; make it
/// before any other thread.
class Interrupt {
public:
    Interrupt();
    ~Interrupt();
    Interrupt(const Interrupt&) = delete;
    Interrupt& operator=(const Interrupt&) = delete;

    [[nodiscard]] std::stop_token token() const { return m_source.get_token(); }

private:
    void listen();

    std::stop_source m_source;
    std::jthread m_listener;
};

} // namespace parley::cli
