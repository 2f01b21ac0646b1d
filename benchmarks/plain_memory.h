// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#ifdef __linux__
#include <sys/mman.h>
#endif

#include <cstddef>
#include <cstdlib>
#include <memory>

namespace parley::benchmarks {

struct FreeMemory {
    void operator()(std::byte* memory) const { std::free(memory); } // NOLINT(cppcoreguidelines-no-malloc)
};
using Memory = std::unique_ptr<std::byte, FreeMemory>;

/// Memory as the engine takes it for weights: in huge pages where the system has them, unless told otherwise.
inline Memory allocate(std::size_t bytes, [[maybe_unused]] bool inHugePages = true) {
    constexpr std::size_t kHugePage = std::size_t{2} << 20U;
    const std::size_t whole = (bytes + kHugePage - 1) / kHugePage * kHugePage;
    Memory memory(static_cast<std::byte*>(std::aligned_alloc(kHugePage, whole)));
#ifdef __linux__
    (void)madvise(memory.get(), whole, inHugePages ? MADV_HUGEPAGE : MADV_NOHUGEPAGE);
#endif
    return memory;
}

} // namespace parley::benchmarks
