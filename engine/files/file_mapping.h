// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>

namespace parley::files {

/// A whole file as memory that can only be read. Reading what the file has lost since ends the program (SIGBUS), so
/// this is for files that are replaced and never written to again.
class FileMapping {
public:
    /// nullopt, with errno set, if the system refuses. Asks for the largest pages that the file system has.
    [[nodiscard]] static std::optional<FileMapping> of(int descriptor, std::uint64_t bytes);
    ~FileMapping();
    FileMapping(FileMapping&& other) noexcept;
    FileMapping& operator=(FileMapping&&) = delete;
    FileMapping(const FileMapping&) = delete;
    FileMapping& operator=(const FileMapping&) = delete;

    [[nodiscard]] std::span<const std::byte> bytes() const noexcept { return m_bytes; }

    /// Brings a part, which begins on a multiple of kPiece, into memory, so that its first use needn't wait for the
    /// disk. False if the disk refuses. Any thread.
    static constexpr std::size_t kPiece = std::size_t{4} << 20U;
    [[nodiscard]] bool bringIn(std::size_t offset, std::size_t count) const noexcept;

private:
    explicit FileMapping(std::span<const std::byte> bytes) noexcept : m_bytes(bytes) {}

    std::span<const std::byte> m_bytes;
};

} // namespace parley::files
