// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "cli/interrupt.h"

#include "cli/exit_status.h"

#include <fcntl.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>

namespace parley::cli {

namespace {

/// A handler may do little more than write a byte; the other end of the pipe wakes a thread that may do anything.
/// Handlers are the process's, so their pipe has to be, too.
std::array<int, 2> signalPipe = {-1, -1}; // NOLINT(cppcoreguidelines-avoid-non-const-global-variables)

constexpr char kSignal = 's';
constexpr char kQuit = 'q';

extern "C" void onSignal(int) {
    const int saved = errno;
    (void)!write(signalPipe[1], &kSignal, 1);
    errno = saved;
}

} // namespace

Interrupt::Interrupt() {
    if (pipe(signalPipe.data()) != 0) {
        return; // Ctrl-C then ends the program, as it does without us
    }
    for (const int end : signalPipe) {
        (void)fcntl(end, F_SETFD, FD_CLOEXEC);
    }
    m_listener = std::jthread([this] { listen(); });
    struct sigaction action{};
    action.sa_handler = onSignal;
    action.sa_flags = SA_RESTART;
    sigemptyset(&action.sa_mask);
    sigaction(SIGINT, &action, nullptr);
    sigaction(SIGTERM, &action, nullptr);
    // A full file-size limit or a closed pipe is an error to report, not a reason to die.
    std::signal(SIGXFSZ, SIG_IGN);
    std::signal(SIGPIPE, SIG_IGN);
}

Interrupt::~Interrupt() {
    if (m_listener.joinable()) {
        (void)!write(signalPipe[1], &kQuit, 1);
        m_listener.join();
    }
}

void Interrupt::listen() {
    char byte = 0;
    while (true) {
        const ssize_t count = read(signalPipe[0], &byte, 1);
        if (count < 0 && errno == EINTR) {
            continue;
        }
        if (count != 1 || byte == kQuit) {
            return;
        }
        if (!m_heeded || m_source.stop_requested()) {
            complain("cancelled");
            _exit(kExitCancelled);
        }
        m_source.request_stop();
    }
}

} // namespace parley::cli
