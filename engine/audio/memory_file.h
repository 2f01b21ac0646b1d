// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <sndfile.h>

#include <cstddef>
#include <utility>
#include <vector>

namespace parley {

/// A growing file in memory behind libsndfile's callbacks, through which no exception may pass.
class MemoryFile {
public:
    MemoryFile() = default;
    explicit MemoryFile(std::vector<std::byte> bytes) noexcept : m_bytes(std::move(bytes)) {}

    /// What was written. Throws as requireWhole() does.
    [[nodiscard]] std::vector<std::byte> take();

    /// What was written behind the first `offset` bytes. Throws as take() does.
    [[nodiscard]] std::vector<std::byte> bytesFrom(std::size_t offset) const;
    /// Throws std::bad_alloc when what was written did not all find room.
    void requireWhole() const;

    /// To be handed to sf_open_virtual() together with the address of a MemoryFile.
    [[nodiscard]] static SF_VIRTUAL_IO callbacks() noexcept;

private:
    [[nodiscard]] sf_count_t length() const noexcept { return static_cast<sf_count_t>(m_bytes.size()); }
    sf_count_t seek(sf_count_t offset, int whence) noexcept;
    sf_count_t read(void* to, sf_count_t count) noexcept;
    sf_count_t write(const void* from, sf_count_t count) noexcept;

    std::vector<std::byte> m_bytes;
    std::size_t m_position = 0;
    bool m_outOfMemory = false;
};

} // namespace parley
