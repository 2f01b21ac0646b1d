// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "checkpoint/file_reader.h"

#include "checkpoint/reader_errors.h"
#include "files/system_reason.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <string>
#include <utility>

namespace parley::checkpoint {
namespace {

// macOS refuses single reads of 2 GiB and more.
constexpr std::size_t kMaxPieceBytes = std::size_t{64} << 20;

[[noreturn]] void throwNotOpened(const std::filesystem::path& path, int code) {
    if (code == ENOENT || code == ENOTDIR) {
        throw EngineError(ErrorCode::ModelNotFound, path, phrase("there is no such file"),
                          phrase("check the path, or download the model"));
    }
    throw EngineError(ErrorCode::ModelNotFound, path,
                      phrase("the file can't be opened: %1", files::systemReason(code)));
}

void requireRegularFile(const std::filesystem::path& path, const struct stat& status) {
    if (S_ISDIR(status.st_mode)) {
        throw EngineError(ErrorCode::ModelNotFound, path, phrase("this is a folder, not a file"),
                          phrase("name the checkpoint file inside it"));
    }
    if (!S_ISREG(status.st_mode)) {
        throw EngineError(ErrorCode::ModelNotFound, path, phrase("this is a pipe or a device, not a file"));
    }
}

} // namespace

FileReader::FileReader(std::filesystem::path path) : m_path(std::move(path)) {
    // O_NONBLOCK: opening a pipe must not wait for its writer.
    m_descriptor = ::open(m_path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    if (m_descriptor < 0) {
        throwNotOpened(m_path, errno);
    }
    try {
        struct stat status{};
        if (::fstat(m_descriptor, &status) != 0) {
            throwNotOpened(m_path, errno);
        }
        requireRegularFile(m_path, status);
        m_size = static_cast<std::uint64_t>(status.st_size);
    } catch (...) {
        ::close(m_descriptor); // No destructor runs after a constructor that throws.
        throw;
    }
#if defined(POSIX_FADV_SEQUENTIAL) // Not on macOS; only a hint, so its answer does not matter.
    ::posix_fadvise(m_descriptor, 0, 0, POSIX_FADV_SEQUENTIAL);
#endif
}

FileReader::FileReader(FileReader&& other) noexcept
    : m_path(std::move(other.m_path)), m_size(other.m_size), m_descriptor(std::exchange(other.m_descriptor, -1)) {}

FileReader::~FileReader() {
    if (m_descriptor >= 0) {
        ::close(m_descriptor);
    }
}

void FileReader::read(std::uint64_t offset, std::span<std::byte> out) const {
    if (offset > m_size || out.size() > m_size - offset) {
        throwCorrupt(m_path,
                     "the file ends at " + std::to_string(m_size) + " bytes, earlier than its contents promise");
    }
    while (!out.empty()) {
        const std::size_t piece = std::min(out.size(), kMaxPieceBytes);
        const ::ssize_t count = ::pread(m_descriptor, out.data(), piece, static_cast<::off_t>(offset));
        if (count < 0 && errno == EINTR) {
            continue;
        }
        if (count < 0) {
            throw EngineError(ErrorCode::CheckpointCorrupt, m_path,
                              phrase("the file can't be read: %1", files::systemReason(errno)),
                              phrase("check the drive that it is on"));
        }
        if (count == 0) {
            throwCorrupt(m_path, "the file became shorter while it was being read, and ends at " +
                                     std::to_string(offset) + " bytes now");
        }
        out = out.subspan(static_cast<std::size_t>(count));
        offset += static_cast<std::uint64_t>(count);
    }
}

} // namespace parley::checkpoint
