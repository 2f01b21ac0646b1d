// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "audio/memory_file.h"

#include <algorithm>
#include <cstdio>
#include <cstring>
#include <exception>
#include <limits>
#include <new>

namespace parley {
namespace {

MemoryFile& fileOf(void* self) noexcept {
    return *static_cast<MemoryFile*>(self);
}

} // namespace

void MemoryFile::requireWhole() const {
    if (m_outOfMemory) {
        throw std::bad_alloc();
    }
}

std::vector<std::byte> MemoryFile::take() {
    requireWhole();
    return std::move(m_bytes);
}

std::vector<std::byte> MemoryFile::bytesFrom(std::size_t offset) const {
    requireWhole();
    return {m_bytes.begin() + static_cast<std::ptrdiff_t>(std::min(offset, m_bytes.size())), m_bytes.end()};
}

SF_VIRTUAL_IO MemoryFile::callbacks() noexcept {
    SF_VIRTUAL_IO io = {};
    io.get_filelen = [](void* self) { return fileOf(self).length(); };
    io.seek = [](sf_count_t offset, int whence, void* self) { return fileOf(self).seek(offset, whence); };
    io.read = [](void* to, sf_count_t count, void* self) { return fileOf(self).read(to, count); };
    io.write = [](const void* from, sf_count_t count, void* self) { return fileOf(self).write(from, count); };
    io.tell = [](void* self) { return static_cast<sf_count_t>(fileOf(self).m_position); };
    return io;
}

sf_count_t MemoryFile::seek(sf_count_t offset, int whence) noexcept {
    const sf_count_t base =
        whence == SEEK_SET ? 0 : (whence == SEEK_CUR ? static_cast<sf_count_t>(m_position) : length());
    if (offset < -base || offset > std::numeric_limits<sf_count_t>::max() - base) {
        return -1;
    }
    m_position = static_cast<std::size_t>(base + offset);
    return base + offset;
}

sf_count_t MemoryFile::read(void* to, sf_count_t count) noexcept {
    if (count <= 0 || m_position >= m_bytes.size()) {
        return 0;
    }
    const std::size_t size = std::min(static_cast<std::size_t>(count), m_bytes.size() - m_position);
    std::memcpy(to, m_bytes.data() + m_position, size);
    m_position += size;
    return static_cast<sf_count_t>(size);
}

sf_count_t MemoryFile::write(const void* from, sf_count_t count) noexcept {
    if (count <= 0) {
        return 0;
    }
    const auto size = static_cast<std::size_t>(count);
    try {
        m_bytes.resize(std::max(m_bytes.size(), m_position + size));
    } catch (const std::exception&) { // bad_alloc or length_error
        m_outOfMemory = true;
        return 0;
    }
    std::memcpy(m_bytes.data() + m_position, from, size);
    m_position += size;
    return count;
}

} // namespace parley
