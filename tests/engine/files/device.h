// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <sys/stat.h>
#include <sys/types.h>
#ifdef __linux__
#include <sys/sysmacros.h>
#endif
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <optional>

/// A device on which every write fails for want of space; nothing where the system has none.
/// Root gets one of its own in `folder`: a writer that replaces devices must not be able to break the machine's.
[[nodiscard]] inline std::optional<std::filesystem::path> fullDevice(const std::filesystem::path& folder) {
    if (geteuid() != 0) {
        return std::filesystem::exists("/dev/full") ? std::optional<std::filesystem::path>("/dev/full") : std::nullopt;
    }
#ifdef __linux__
    const std::filesystem::path own = folder / "full";
    const bool made = mknod(own.c_str(), S_IFCHR | S_IRUSR | S_IWUSR, makedev(1, 7)) == 0;
    if (made && std::ofstream(own).is_open()) {
        return own;
    }
#endif
    return std::nullopt;
}
