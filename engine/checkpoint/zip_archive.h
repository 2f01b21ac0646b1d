// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <span>
#include <string>
#include <string_view>

struct zip;

namespace parley::checkpoint {

/// One member of a zip archive.
struct ZipMember {
    std::uint64_t index = 0;
    std::uint64_t bytes = 0; ///< not more than the archive itself has
    bool stored = false;     ///< neither compressed nor encrypted: its bytes can be read from anywhere
};

/// A zip archive opened for reading through libzip.
class ZipArchive {
public:
    /// Throws EngineError (CheckpointCorrupt, ModelNotFound).
    explicit ZipArchive(std::filesystem::path path);

    [[nodiscard]] const std::filesystem::path& path() const noexcept { return m_path; }
    [[nodiscard]] const std::map<std::string, ZipMember, std::less<>>& members() const noexcept { return m_members; }
    /// nullptr if there is no member of that name.
    [[nodiscard]] const ZipMember* find(std::string_view name) const noexcept;

    /// Fills `out` from byte `offset` of a stored member on. Any thread; one at a time gets through.
    /// Throws EngineError: CheckpointCorrupt if it ends before that, UnsupportedLayout if it is not stored.
    void read(const ZipMember& member, std::uint64_t offset, std::span<std::byte> out) const;
    /// A whole member, if it has at most `maxBytes`; throws CheckpointCorrupt otherwise.
    [[nodiscard]] std::string readAll(const ZipMember& member, std::uint64_t maxBytes) const;

private:
    struct Discard {
        void operator()(zip* archive) const noexcept;
    };

    void listMembers(std::uint64_t archiveBytes);

    std::filesystem::path m_path;
    std::unique_ptr<zip, Discard> m_archive;
    std::map<std::string, ZipMember, std::less<>> m_members;
    mutable std::mutex m_mutex; // libzip's handles belong to one thread at a time.
};

} // namespace parley::checkpoint
