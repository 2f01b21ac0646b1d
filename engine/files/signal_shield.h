// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <csignal>

namespace parley::files {

/// While it lives, write() on this thread reports EPIPE and EFBIG instead of ending the program by SIGPIPE or SIGXFSZ.
/// Both signals go to the thread that writes, so no other thread and no handler of the program is touched.
class SignalShield {
public:
    SignalShield() noexcept;
    ~SignalShield();
    SignalShield(const SignalShield&) = delete;
    SignalShield& operator=(const SignalShield&) = delete;
    SignalShield(SignalShield&&) = delete;
    SignalShield& operator=(SignalShield&&) = delete;

private:
    sigset_t m_blocked{};  ///< the two signals, less those that were pending before
    sigset_t m_previous{}; ///< the thread's mask to go back to
};

} // namespace parley::files
