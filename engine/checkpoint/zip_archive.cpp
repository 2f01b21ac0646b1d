// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "checkpoint/zip_archive.h"

#include "checkpoint/file_reader.h"
#include "checkpoint/reader_errors.h"

#include <zip.h>

#include <algorithm>
#include <new>
#include <utility>

namespace parley::checkpoint {
namespace {

struct CloseMember {
    void operator()(zip_file_t* member) const noexcept { zip_fclose(member); }
};
using OpenMember = std::unique_ptr<zip_file_t, CloseMember>;

/// Raw bytes, so without libzip's checksum: reads from the middle can't be checked, and torch can be told to leave
/// checksums out.
OpenMember openRaw(zip_t* archive, const ZipMember& member) {
    return OpenMember(zip_fopen_index(archive, member.index, ZIP_FL_COMPRESSED));
}

bool seek(zip_file_t* file, std::uint64_t offset) {
    return offset == 0 || zip_fseek(file, static_cast<zip_int64_t>(offset), SEEK_SET) == 0;
}

bool readFully(zip_file_t* file, std::span<std::byte> out) {
    constexpr std::size_t kMaxPieceBytes = std::size_t{64} << 20;
    while (!out.empty()) {
        const zip_int64_t count = zip_fread(file, out.data(), std::min(out.size(), kMaxPieceBytes));
        if (count <= 0) {
            return false;
        }
        out = out.subspan(static_cast<std::size_t>(count));
    }
    return true;
}

} // namespace

void ZipArchive::Discard::operator()(zip* archive) const noexcept {
    zip_discard(archive);
}

ZipArchive::ZipArchive(std::filesystem::path path) : m_path(std::move(path)) {
    const std::uint64_t archiveBytes = FileReader(m_path).size();
    int problem = ZIP_ER_OK;
    m_archive.reset(zip_open(m_path.c_str(), ZIP_RDONLY, &problem));
    if (!m_archive) {
        if (problem == ZIP_ER_MEMORY) {
            throw std::bad_alloc();
        }
        throwCorrupt(m_path, "the list of contents at the end of this zip file is missing or damaged, most likely "
                             "because the file is cut off");
    }
    listMembers(archiveBytes);
}

void ZipArchive::listMembers(std::uint64_t archiveBytes) {
    const zip_int64_t count = zip_get_num_entries(m_archive.get(), ZIP_FL_UNCHANGED);
    for (zip_int64_t i = 0; i < count; ++i) {
        const auto index = static_cast<zip_uint64_t>(i);
        zip_stat_t status;
        zip_stat_init(&status);
        constexpr zip_uint64_t kNeeded =
            ZIP_STAT_NAME | ZIP_STAT_SIZE | ZIP_STAT_COMP_SIZE | ZIP_STAT_COMP_METHOD | ZIP_STAT_ENCRYPTION_METHOD;
        if (zip_stat_index(m_archive.get(), index, ZIP_FL_ENC_RAW, &status) != 0 ||
            (status.valid & kNeeded) != kNeeded) {
            throwCorrupt(m_path, "the zip file's list of contents is damaged");
        }
        const bool stored = status.comp_method == ZIP_CM_STORE && status.encryption_method == ZIP_EM_NONE;
        if (status.comp_size > archiveBytes || (stored && status.size != status.comp_size)) {
            throwCorrupt(m_path, "the zip file holds " + inQuotes(status.name) + " with an impossible size");
        }
        // Of two members with one name, readers disagree on which one counts.
        if (!m_members.emplace(status.name, ZipMember{index, status.comp_size, stored}).second) {
            throwCorrupt(m_path, "the zip file holds " + inQuotes(status.name) + " twice");
        }
    }
}

const ZipMember* ZipArchive::find(std::string_view name) const noexcept {
    const auto found = m_members.find(name);
    return found == m_members.end() ? nullptr : &found->second;
}

void ZipArchive::read(const ZipMember& member, std::uint64_t offset, std::span<std::byte> out) const {
    if (!member.stored) {
        throwUnsupported(m_path, "the zip file is compressed or encrypted, which torch's own files never are");
    }
    if (offset > member.bytes || out.size() > member.bytes - offset) {
        throwCorrupt(m_path, "a part of this zip file is shorter than its description");
    }
    const std::lock_guard lock(m_mutex);
    const OpenMember file = openRaw(m_archive.get(), member);
    if (!file || !seek(file.get(), offset) || !readFully(file.get(), out)) {
        throwCorrupt(m_path, "a part of this zip file can't be read");
    }
}

std::string ZipArchive::readAll(const ZipMember& member, std::uint64_t maxBytes) const {
    if (member.bytes > maxBytes) {
        throwCorrupt(m_path, "a part of this zip file has " + std::to_string(member.bytes) + " bytes; at most " +
                                 std::to_string(maxBytes) + " are allowed there");
    }
    std::string text(member.bytes, '\0');
    read(member, 0, std::as_writable_bytes(std::span(text)));
    return text;
}

} // namespace parley::checkpoint
