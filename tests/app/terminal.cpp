// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "terminal.h"

#include <fcntl.h>
#include <unistd.h>

#include <array>
#include <cstdlib>

namespace parley::test {

Terminal::Terminal() : m_near(posix_openpt(O_RDWR | O_NOCTTY | O_CLOEXEC)) {
    if (m_near < 0 || grantpt(m_near) != 0 || unlockpt(m_near) != 0) {
        return;
    }
    std::array<char, 128> name{};
    if (ptsname_r(m_near, name.data(), name.size()) != 0) {
        return;
    }
    m_far = open(name.data(), O_RDWR | O_NOCTTY | O_CLOEXEC);
    if (m_far >= 0 && fcntl(m_near, F_SETFL, O_NONBLOCK) == 0) {
        m_path = QString::fromUtf8(name.data());
    }
}

Terminal::~Terminal() {
    for (const int end : {m_near, m_far}) {
        if (end >= 0) {
            close(end);
        }
    }
}

QByteArray Terminal::text() {
    std::array<char, 4096> buffer{};
    for (ssize_t count = 1; count > 0;) {
        count = read(m_near, buffer.data(), buffer.size());
        m_text.append(buffer.data(), count > 0 ? count : 0);
    }
    return m_text;
}

} // namespace parley::test
