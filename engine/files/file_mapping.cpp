// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "files/file_mapping.h"

#include <sys/mman.h>

#include <cerrno>
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

bool FileMapping::bringIn(std::size_t offset, std::size_t count) const noexcept {
#ifdef MADV_POPULATE_READ
    auto* const first = const_cast<std::byte*>(m_bytes.data() + offset); // NOLINT: as madvise wants it
    // Older systems don't know it: there the first use waits.
    return madvise(first, count, MADV_POPULATE_READ) == 0 || errno == EINVAL;
#else
    return offset + count <= m_bytes.size();
#endif
}

FileMapping::FileMapping(FileMapping&& other) noexcept : m_bytes(std::exchange(other.m_bytes, {})) {}

FileMapping::~FileMapping() {
    if (!m_bytes.empty()) {
        munmap(const_cast<std::byte*>(m_bytes.data()), m_bytes.size()); // NOLINT: as munmap wants it
    }
}

} // namespace parley::files
