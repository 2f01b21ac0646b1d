// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "files/signal_shield.h"

#include <array>

namespace parley::files {
namespace {

constexpr std::array kSignals{SIGPIPE, SIGXFSZ};

} // namespace

SignalShield::SignalShield() noexcept {
    sigset_t pending;
    sigemptyset(&pending);
    sigpending(&pending);
    sigemptyset(&m_blocked);
    for (const int signal : kSignals) {
        if (sigismember(&pending, signal) == 0) { // one that waits already is not ours to take away
            sigaddset(&m_blocked, signal);
        }
    }
    pthread_sigmask(SIG_BLOCK, &m_blocked, &m_previous);
}

SignalShield::~SignalShield() {
    sigset_t pending;
    sigemptyset(&pending);
    sigpending(&pending);
    for (const int signal : kSignals) {
        if (sigismember(&m_blocked, signal) == 1 && sigismember(&pending, signal) == 1) {
            sigset_t one;
            sigemptyset(&one);
            sigaddset(&one, signal);
            int taken = 0;
            sigwait(&one, &taken); // already pending: does not wait
        }
    }
    pthread_sigmask(SIG_SETMASK, &m_previous, nullptr);
}

} // namespace parley::files
