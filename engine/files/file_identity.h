// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>

namespace parley::files {

/// Tells a file from another one, and from itself after a change: on file systems of this machine, whatever writes to
/// it moves `changed` (ctime), which no program can set.
struct FileIdentity {
    std::uint64_t inode = 0;
    std::uint64_t size = 0;    ///< bytes
    std::int64_t modified = 0; ///< ns since 1970
    std::int64_t changed = 0;  ///< ns since 1970

    bool operator==(const FileIdentity&) const = default;
};

/// nullopt if there is no such file, or it can't be looked at. Any thread.
[[nodiscard]] std::optional<FileIdentity> identityOf(const std::filesystem::path& path);
[[nodiscard]] std::optional<FileIdentity> identityOf(int descriptor);

/// One line, the same for equal identities only.
[[nodiscard]] std::string asText(const FileIdentity& identity);

} // namespace parley::files
