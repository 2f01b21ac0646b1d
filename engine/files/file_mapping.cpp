// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "files/file_mapping.h"

#include <sys/mman.h>

#include <utility>

namespace parley::files {

std::optional<FileMapping> FileMapping::of(int descriptor, std::uint64_t bytes) {
    void* const first = mmap(nullptr, bytes, PROT_READ, MAP_SHARED, descriptor, 0);
    if (first == MAP_FAILED) {
        return std::nullopt;
    }
    // All of this is advice: where it is refused, everything works as before.
#ifdef MADV_HUGEPAGE
    (void)madvise(first, bytes, MADV_HUGEPAGE);
#endif
    (void)madvise(first, bytes, MADV_WILLNEED);
    return FileMapping({static_cast<const std::byte*>(first), bytes});
}

FileMapping::FileMapping(FileMapping&& other) noexcept : m_bytes(std::exchange(other.m_bytes, {})) {}

FileMapping::~FileMapping() {
    if (!m_bytes.empty()) {
        munmap(const_cast<std::byte*>(m_bytes.data()), m_bytes.size()); // NOLINT: as munmap wants it
    }
}

} // namespace parley::files
