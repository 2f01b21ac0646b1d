// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "files/file_descriptor.h"
#include "files/write_target.h"
#include "parley/error.h"

#include <cstddef>
#include <filesystem>
#include <span>

namespace parley::files {

/// A file that appears under its name only when it is whole: written beside it as `.<name>.<pid>.part`, then renamed.
/// - Without commit() nothing stays behind, and a file that had the name before is untouched.
/// - A symbolic link stays a link; the file it leads to is replaced. A replaced file's permissions are kept.
/// - Devices and pipes are written to directly (opening a pipe waits for its reader).
/// Throws EngineError: DiskFull where there is no room, else the failure code given. One thread at a time.
class AtomicFile {
public:
    AtomicFile(const std::filesystem::path& path, ErrorCode failureCode);
    ~AtomicFile();
    AtomicFile(const AtomicFile&) = delete;
    AtomicFile& operator=(const AtomicFile&) = delete;
    AtomicFile(AtomicFile&&) = delete;
    AtomicFile& operator=(AtomicFile&&) = delete;

    /// Appends. A failure discards the file.
    void write(std::span<const std::byte> bytes);

    /// Brings what was written so far to the disk, so that commit() has little left to wait for.
    void flush();

    /// Brings everything to the disk and gives the file its name. Nothing can be written afterwards.
    void commit();

private:
    void openPart();
    void discard() noexcept;
    [[noreturn]] void fail(int errorNumber);

    std::filesystem::path m_path; ///< as the caller named it, for messages
    ErrorCode m_failureCode;
    WriteTarget m_target;
    std::filesystem::path m_part; ///< empty for devices and once renamed
    FileDescriptor m_descriptor;  ///< closed once committed or discarded
};

} // namespace parley::files
