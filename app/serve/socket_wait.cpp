// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "serve/socket_wait.h"

#include <fcntl.h>
#include <poll.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <system_error>

namespace parley::serve {

WakeUp::WakeUp() {
    if (pipe(m_pipe.data()) != 0) {
        throw std::system_error(errno, std::generic_category(), "pipe");
    }
    for (const int end : m_pipe) {
        (void)fcntl(end, F_SETFD, FD_CLOEXEC);
    }
}

WakeUp::~WakeUp() {
    close(m_pipe[0]);
    close(m_pipe[1]);
}

void WakeUp::ring() noexcept {
    (void)!write(m_pipe[1], "!", 1); // nobody reads it: it stays readable for all
}

bool WakeUp::hasRung() const noexcept {
    pollfd bell{m_pipe[0], POLLIN, 0};
    return poll(&bell, 1, 0) > 0;
}

Waited waitFor(int socket, short what, std::chrono::steady_clock::time_point until, const WakeUp* wakeUp) {
    using std::chrono::milliseconds;
    while (true) {
        const auto left = std::chrono::ceil<milliseconds>(until - std::chrono::steady_clock::now()).count();
        std::array<pollfd, 2> sources{pollfd{socket, what, 0},
                                      pollfd{wakeUp == nullptr ? -1 : wakeUp->descriptor(), POLLIN, 0}};
        const int count =
            poll(sources.data(), sources.size(), static_cast<int>(std::clamp<long long>(left, 0, 60'000)));
        if (count < 0 && errno != EINTR) {
            return Waited::Failed;
        }
        if (count > 0 && sources[0].revents != 0) {
            return Waited::Ready;
        }
        if (count > 0 && sources[1].revents != 0) {
            return Waited::Woken;
        }
        if (left <= 0) {
            return Waited::TimedOut;
        }
    }
}

} // namespace parley::serve
