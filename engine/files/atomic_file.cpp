// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "files/atomic_file.h"

#include "files/signal_shield.h"
#include "files/system_reason.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <string>
#include <utility>

namespace fs = std::filesystem;

namespace parley::files {
namespace {

constexpr mode_t kNewFileMode = S_IRUSR | S_IWUSR | S_IRGRP | S_IWGRP | S_IROTH | S_IWOTH; // the umask narrows it
constexpr std::size_t kWriteBytes = std::size_t{1} << 30; // macOS refuses 2 GiB and more in one call
constexpr std::size_t kNameBytes = 200;                   // leaves room in the 255 a name may have
constexpr int kMaxParts = 100;

/// The first kNameBytes of a name, not cut inside a UTF-8 character (macOS refuses such names).
std::string shortened(const std::string& name) {
    std::size_t size = std::min(name.size(), kNameBytes);
    while (size < name.size() && size > 0 && (static_cast<unsigned char>(name[size]) & 0xC0U) == 0x80U) {
        --size;
    }
    return name.substr(0, size);
}

/// Process ids repeat (in containers nearly always), so the part of a killed program may still lie there.
fs::path partPath(const fs::path& target, int attempt) {
    const std::string suffix = attempt == 0 ? "" : "-" + std::to_string(attempt);
    return folderOf(target) /
           ("." + shortened(target.filename().string()) + "." + std::to_string(getpid()) + suffix + ".part");
}

/// Makes the rename itself last. Not every file system can, and the file is whole in any case.
void syncFolder(const fs::path& folder) noexcept {
    const FileDescriptor descriptor(open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (descriptor.isOpen()) {
        static_cast<void>(fsync(descriptor.get()));
    }
}

} // namespace

AtomicFile::AtomicFile(const fs::path& path, ErrorCode failureCode)
    : m_path(path), m_failureCode(failureCode), m_target(findWriteTarget(path, failureCode)) {
    if (m_target.isDevice) {
        m_descriptor.reset(open(m_target.path.c_str(), O_WRONLY | O_CLOEXEC | O_NOCTTY));
    } else {
        openPart();
    }
    if (!m_descriptor.isOpen()) {
        fail(errno);
    }
    if (m_target.existingMode) {
        // The umask may have narrowed the mode. A file system without modes is no reason to lose the file.
        static_cast<void>(fchmod(m_descriptor.get(), *m_target.existingMode));
    }
}

AtomicFile::~AtomicFile() {
    discard();
}

void AtomicFile::openPart() {
    const mode_t mode = m_target.existingMode.value_or(kNewFileMode);
    for (int attempt = 0; attempt < kMaxParts; ++attempt) {
        fs::path part = partPath(m_target.path, attempt);
        m_descriptor.reset(open(part.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode));
        if (m_descriptor.isOpen()) {
            m_part = std::move(part);
            return;
        }
        if (errno != EEXIST) {
            return;
        }
    }
}

void AtomicFile::write(std::span<const std::byte> bytes) {
    // A pipe without a reader and a file at its size limit are errors to report, not reasons to end the program.
    const SignalShield shield;
    while (!bytes.empty()) {
        const ssize_t written = ::write(m_descriptor.get(), bytes.data(), std::min(bytes.size(), kWriteBytes));
        if (written >= 0) {
            bytes = bytes.subspan(static_cast<std::size_t>(written));
        } else if (errno != EINTR) {
            fail(errno);
        }
    }
}

void AtomicFile::flush() {
    // EINVAL: a file system that has no fsync.
    if (!m_target.isDevice && fsync(m_descriptor.get()) != 0 && errno != EINVAL) {
        fail(errno);
    }
}

void AtomicFile::commit() {
    flush();
    // Some network file systems report a full disk only here. EINTR still closes.
    if (close(m_descriptor.release()) != 0 && errno != EINTR) {
        fail(errno);
    }
    if (m_target.isDevice) {
        return;
    }
    if (rename(m_part.c_str(), m_target.path.c_str()) != 0) {
        fail(errno);
    }
    m_part.clear();
    syncFolder(folderOf(m_target.path));
}

void AtomicFile::discard() noexcept {
    m_descriptor.reset();
    if (!m_part.empty()) {
        unlink(m_part.c_str());
        m_part.clear();
    }
}

void AtomicFile::fail(int errorNumber) {
    discard();
    const bool full = errorNumber == ENOSPC || errorNumber == EDQUOT || errorNumber == EFBIG;
    throw EngineError(
        full ? ErrorCode::DiskFull : m_failureCode, m_path, phrase("can't be written: %1", systemReason(errorNumber)),
        full ? phrase("free some space or choose another disk") : phrase("choose another file name or folder"));
}

} // namespace parley::files
