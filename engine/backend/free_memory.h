// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string_view>

namespace parley::backend {

/// All of the machine's main memory, in bytes; 0 if the system doesn't tell. Any thread.
[[nodiscard]] std::uint64_t mainMemoryBytes();

/// What programs may still take of it, in bytes; 0 if the system doesn't tell. What a container is allowed counts.
/// PARLEY_FREE_MEMORY (bytes), where it is set, is taken instead. Any thread.
[[nodiscard]] std::uint64_t freeMainMemoryBytes();

/// An entry of a text like /proc/meminfo's, in bytes; 0 if it isn't in there.
[[nodiscard]] std::uint64_t memInfoBytes(std::string_view memInfo, std::string_view entry);

/// What a control group of Linux leaves, from the texts of its files: what counts as used and only caches files can be
/// taken, too. 0 where there is no limit.
struct GroupTexts {
    std::string_view max;     ///< memory.max: "max" or bytes
    std::string_view current; ///< memory.current
    std::string_view stat;    ///< memory.stat
};
[[nodiscard]] std::uint64_t groupFreeBytes(const GroupTexts& texts);

} // namespace parley::backend
