// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <span>

namespace parley::checkpoint {

/// A regular file opened for reading. Reads are positional and not mapped (checkpoint/packed_file.h is the exception):
/// a mapped file that shrinks, or whose drive goes away, ends the program with SIGBUS, and its pages count twice beside
/// the copy that the network makes.
class FileReader {
public:
    /// Throws EngineError (ModelNotFound) if there is no such file, or if it is a folder, a pipe or a device.
    explicit FileReader(std::filesystem::path path);
    FileReader(const FileReader&) = delete;
    FileReader& operator=(const FileReader&) = delete;
    FileReader(FileReader&& other) noexcept;
    FileReader& operator=(FileReader&&) = delete;
    ~FileReader();

    /// In bytes, when it was opened.
    [[nodiscard]] std::uint64_t size() const noexcept { return m_size; }
    [[nodiscard]] const std::filesystem::path& path() const noexcept { return m_path; }
    [[nodiscard]] int descriptor() const noexcept { return m_descriptor; }

    /// Fills `out` from `offset` on. Any thread, also at once. Throws EngineError (CheckpointCorrupt) when the file
    /// ends before that or can't be read.
    void read(std::uint64_t offset, std::span<std::byte> out) const;

private:
    std::filesystem::path m_path;
    std::uint64_t m_size = 0;
    int m_descriptor = -1;
};

} // namespace parley::checkpoint
