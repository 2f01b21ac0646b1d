// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "files/file_descriptor.h"

#include <chrono>
#include <filesystem>
#include <stop_token>
#include <utility>

namespace parley::files {

/// A lock among programs, on a file of its own that is made where it is missing, and stays. It ends with this object,
/// or with the program, however that ends; two of one program exclude each other, too. Where the file can't be made, or
/// its file system knows no locks, it is Unknown: nothing is excluded. Any thread, one at a time.
class FileLock {
public:
    enum class Kind { Shared, Exclusive };
    enum class State { Held, Foreign, Unknown }; ///< foreign: others hold it

    FileLock() = default;

    /// Without waiting. A shared one makes no file: where there is none, nobody holds it, and it is Held.
    [[nodiscard]] static FileLock tried(const std::filesystem::path& path, Kind kind);

    /// An exclusive one; waits for others, not longer than `patience`. Throws EngineError (Cancelled).
    [[nodiscard]] static FileLock waitedFor(const std::filesystem::path& path, std::chrono::milliseconds patience,
                                            const std::stop_token& stop);

    [[nodiscard]] State state() const noexcept { return m_state; }
    [[nodiscard]] bool isHeld() const noexcept { return m_state == State::Held; }

private:
    FileLock(FileDescriptor file, State state) noexcept : m_file(std::move(file)), m_state(state) {}

    FileDescriptor m_file;
    State m_state = State::Unknown;
};

} // namespace parley::files
