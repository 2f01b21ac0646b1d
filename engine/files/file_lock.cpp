// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "files/file_lock.h"

#include "files/stop.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>

#include <cerrno>
#include <thread>

namespace parley::files {

namespace {

constexpr std::chrono::milliseconds kBetweenTries{20};
constexpr mode_t kMode = S_IRUSR | S_IWUSR | S_IRGRP | S_IROTH; // a shared folder's others read it to lock it

FileDescriptor opened(const std::filesystem::path& path, FileLock::Kind kind) {
    if (kind == FileLock::Kind::Exclusive) {
        FileDescriptor made(open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOCTTY, kMode));
        if (made.isOpen()) {
            return made;
        }
    }
    return FileDescriptor(open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK));
}

} // namespace

FileLock FileLock::tried(const std::filesystem::path& path, Kind kind) {
    FileDescriptor file = opened(path, kind);
    if (!file.isOpen()) {
        return {{}, kind == Kind::Shared && errno == ENOENT ? State::Held : State::Unknown};
    }
    const int wanted = kind == Kind::Shared ? LOCK_SH : LOCK_EX;
    while (flock(file.get(), wanted | LOCK_NB) != 0) { // NOLINT(hicpp-signed-bitwise): the system's own flags
        if (errno != EINTR) {
            return {{}, errno == EWOULDBLOCK ? State::Foreign : State::Unknown};
        }
    }
    return {std::move(file), State::Held};
}

FileLock FileLock::waitedFor(const std::filesystem::path& path, std::chrono::milliseconds patience,
                             const std::stop_token& stop) {
    const auto end = std::chrono::steady_clock::now() + patience;
    for (;;) {
        throwIfStopped(stop);
        FileLock lock = tried(path, Kind::Exclusive);
        if (lock.state() != State::Foreign || std::chrono::steady_clock::now() >= end) {
            return lock;
        }
        std::this_thread::sleep_for(kBetweenTries);
    }
}

} // namespace parley::files
