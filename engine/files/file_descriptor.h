// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <unistd.h>

#include <utility>

namespace parley::files {

/// Owns an open file descriptor and closes it; negative means none.
class FileDescriptor {
public:
    FileDescriptor() noexcept = default;
    explicit FileDescriptor(int descriptor) noexcept : m_descriptor(descriptor) {}
    ~FileDescriptor() { reset(); }
    FileDescriptor(FileDescriptor&& other) noexcept : m_descriptor(other.release()) {}
    FileDescriptor& operator=(FileDescriptor&& other) noexcept {
        reset(other.release());
        return *this;
    }
    FileDescriptor(const FileDescriptor&) = delete;
    FileDescriptor& operator=(const FileDescriptor&) = delete;

    [[nodiscard]] int get() const noexcept { return m_descriptor; }
    [[nodiscard]] bool isOpen() const noexcept { return m_descriptor >= 0; }

    /// Gives it up without closing it.
    [[nodiscard]] int release() noexcept { return std::exchange(m_descriptor, -1); }

    void reset(int descriptor = -1) noexcept {
        if (const int old = std::exchange(m_descriptor, descriptor); old >= 0) {
            close(old);
        }
    }

private:
    int m_descriptor = -1;
};

} // namespace parley::files
