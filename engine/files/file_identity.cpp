// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "files/file_identity.h"

#include <sys/stat.h>

namespace parley::files {

namespace {

std::int64_t nanoseconds(const timespec& time) {
    constexpr std::int64_t kPerSecond = 1'000'000'000;
    return static_cast<std::int64_t>(time.tv_sec) * kPerSecond + time.tv_nsec;
}

FileIdentity identityOf(const struct stat& status) {
#ifdef __APPLE__
    const timespec& modified = status.st_mtimespec;
    const timespec& changed = status.st_ctimespec;
#else
    const timespec& modified = status.st_mtim;
    const timespec& changed = status.st_ctim;
#endif
    return {static_cast<std::uint64_t>(status.st_ino), static_cast<std::uint64_t>(status.st_size),
            nanoseconds(modified), nanoseconds(changed)};
}

} // namespace

std::optional<FileIdentity> identityOf(const std::filesystem::path& path) {
    struct stat status{};
    return stat(path.c_str(), &status) == 0 ? std::optional(identityOf(status)) : std::nullopt;
}

std::optional<FileIdentity> identityOf(int descriptor) {
    struct stat status{};
    return fstat(descriptor, &status) == 0 ? std::optional(identityOf(status)) : std::nullopt;
}

std::string asText(const FileIdentity& identity) {
    return std::to_string(identity.inode) + " " + std::to_string(identity.size) + " " +
           std::to_string(identity.modified) + " " + std::to_string(identity.changed);
}

} // namespace parley::files
