// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "backend/free_memory.h"

#include "backend/system_text.h"

#include <unistd.h>

#include <algorithm>
#include <charconv>
#include <cstdlib>
#include <optional>
#include <string>

namespace parley::backend {

namespace {

constexpr std::uint64_t kKibibyte = 1024;
constexpr const char* kMemInfo = "/proc/meminfo";
constexpr const char* kOwnFree = "PARLEY_FREE_MEMORY";

/// The whole number that a text begins with, behind spaces.
std::optional<std::uint64_t> leadingNumber(std::string_view text) {
    text.remove_prefix(std::min(text.find_first_not_of(" \t"), text.size()));
    std::uint64_t number = 0;
    const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), number);
    return fault == std::errc() ? std::optional(number) : std::nullopt;
}

/// The number behind `entry` at the beginning of a line.
std::uint64_t numberBehind(std::string_view text, std::string_view entry) {
    while (!text.empty()) {
        const std::string_view line = text.substr(0, text.find('\n'));
        if (line.starts_with(entry)) {
            return leadingNumber(line.substr(entry.size())).value_or(0);
        }
        text.remove_prefix(std::min(line.size() + 1, text.size()));
    }
    return 0;
}

std::uint64_t groupFree() {
    const std::string folder = "/sys/fs/cgroup/"; // as a container sees its own
    const std::string max = systemText(folder + "memory.max");
    const std::string current = systemText(folder + "memory.current");
    const std::string stat = systemText(folder + "memory.stat");
    return groupFreeBytes({max, current, stat});
}

} // namespace

std::uint64_t memInfoBytes(std::string_view memInfo, std::string_view entry) {
    return numberBehind(memInfo, entry) * kKibibyte;
}

std::uint64_t groupFreeBytes(const GroupTexts& texts) {
    const std::optional<std::uint64_t> most = leadingNumber(texts.max);
    if (!most) {
        return 0;
    }
    const std::uint64_t current = leadingNumber(texts.current).value_or(0);
    const std::uint64_t used = current - std::min(current, numberBehind(texts.stat, "inactive_file "));
    return std::max<std::uint64_t>(*most - std::min(*most, used), 1); // 0 would be no limit
}

std::uint64_t mainMemoryBytes() {
    // sysconf() tells it on every system; /proc/meminfo's total is a little less, by what the kernel keeps.
    const long pages = sysconf(_SC_PHYS_PAGES);
    const long pageBytes = sysconf(_SC_PAGESIZE);
    return pages > 0 && pageBytes > 0 ? static_cast<std::uint64_t>(pages) * static_cast<std::uint64_t>(pageBytes) : 0;
}

std::uint64_t freeMainMemoryBytes() {
    if (const char* const own = std::getenv(kOwnFree)) { // NOLINT: nobody sets it while we run
        return leadingNumber(own).value_or(0);
    }
    const std::uint64_t available = memInfoBytes(systemText(kMemInfo), "MemAvailable:");
    if (available == 0) {
        return mainMemoryBytes(); // elsewhere only the whole is told; what is in use can mostly be paged out
    }
    const std::uint64_t group = groupFree();
    return group == 0 ? available : std::min(available, group);
}

} // namespace parley::backend
