// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "runtime/packed_cache.h"

#include "backend/parallel.h"
#include "checkpoint/content_hash.h"
#include "checkpoint/reader_errors.h"
#include "checkpoint/source_key.h"
#include "files/atomic_file.h"
#include "files/stop.h"
#include "files/system_reason.h"
#include "runtime/edge.h"

#include <algorithm>
#include <chrono>
#include <fstream>
#include <system_error>
#include <utility>

namespace parley::runtime {

namespace fs = std::filesystem;

namespace {

constexpr std::string_view kEnding = ".safetensors";
constexpr std::string_view kStampEnding = ".stamp";

/// Files that may lie in the folder; with the released model, some ten gigabytes.
constexpr std::size_t kMostFiles = 8;

std::string fileName(const std::vector<fs::path>& sources, const std::string& content) {
    checkpoint::ContentHash hash;
    for (const fs::path& source : sources) {
        std::error_code error;
        hash.add(fs::absolute(source, error).lexically_normal().string());
    }
    return hash.digits() + "-" + content + "-" + std::string(checkpoint::kPackedVersion) + std::string(kEnding);
}

/// Whether fileName() gives such names, with a stamp's ending: the folder may hold other things.
bool isStampOfOurs(const fs::path& path) {
    constexpr std::size_t kDigits = 32;
    const std::string name = path.filename().string();
    return name.size() > kDigits && name[kDigits] == '-' && name.find_first_not_of("0123456789abcdef") == kDigits &&
           name.ends_with(std::string(kEnding) + std::string(kStampEnding));
}

/// Calls work(path) for what lies in the folder, as far as it can be read.
template <typename Work>
void eachIn(const fs::path& folder, const Work& work) {
    std::error_code error;
    for (fs::directory_iterator at(folder, error), end; !error && at != end; at.increment(error)) {
        work(at->path());
    }
}

fs::file_time_type timeOf(const fs::path& file) {
    std::error_code error;
    const fs::file_time_type time = fs::last_write_time(file, error);
    return error ? fs::file_time_type::min() : time;
}

} // namespace

PackedCache::PackedCache(const fs::path& folder, const std::vector<fs::path>& sources, const std::string& content) {
    if (!folder.empty() && !sources.empty()) {
        m_path = folder / fileName(sources, content);
        m_sources = sources;
        m_content = content;
        m_key = checkpoint::sourceKey(sources, content);
    }
}

std::shared_ptr<const checkpoint::PackedFile> PackedCache::open(const std::stop_token& stop, const OnTrouble& onTrouble,
                                                                const OnRead& onRead) const {
    std::error_code missing;
    if (!isUsed() || !fs::exists(m_path, missing)) {
        return nullptr;
    }
    std::shared_ptr<const checkpoint::PackedFile> file;
    const auto opened = atEdge([&] {
        file = std::make_shared<const checkpoint::PackedFile>(m_path);
        if (file->key() != m_key) {
            return; // the sources have changed, which is no trouble
        }
        bringIn(*file, stop, onRead);
        if (!hasStamp(file->identity())) {
            requireWhole(*file, stop);
        }
    });
    files::throwIfStopped(stop);
    if (!opened.ok()) {
        onTrouble(opened.error());
        return nullptr;
    }
    if (file->key() != m_key) {
        return nullptr;
    }
    stamp(file->identity());
    removeLeftParts();
    return file;
}

void PackedCache::bringIn(const checkpoint::PackedFile& file, const std::stop_token& stop, const OnRead& onRead) const {
    const auto bytes = static_cast<std::int64_t>(file.mapping().bytes().size());
    backend::inPieces(bytes, files::FileMapping::kPiece, [&](std::int64_t begin, std::int64_t end) {
        files::throwIfStopped(stop);
        if (!file.mapping().bringIn(static_cast<std::size_t>(begin), static_cast<std::size_t>(end - begin))) {
            checkpoint::throwCorrupt(m_path, "it can't be read");
        }
        onRead(static_cast<double>(end - begin) / static_cast<double>(bytes));
    });
}

void PackedCache::requireWhole(const checkpoint::PackedFile& file, const std::stop_token& stop) const {
    backend::inPieces(static_cast<std::int64_t>(file.count()), 1, [&](std::int64_t index, std::int64_t) {
        files::throwIfStopped(stop);
        if (!file.isWhole(static_cast<std::size_t>(index), stop)) {
            checkpoint::throwCorrupt(m_path, "a checksum is wrong");
        }
    });
}

void PackedCache::write(std::span<const checkpoint::TensorView> tensors, const std::stop_token& stop) const {
    std::error_code error;
    fs::create_directories(m_path.parent_path(), error);
    if (error) {
        throw EngineError(ErrorCode::FileUnwritable, m_path.parent_path(),
                          phrase("can't be written: %1", files::systemReason(error)));
    }
    requireSpace(tensors);
    if (checkpoint::sourceKey(m_sources, m_content) != m_key) {
        return;
    }
    checkpoint::writePackedFile(m_path, m_key, tensors, stop);
    // Another program may have put its file there meanwhile: that one is whole, too.
    if (const checkpoint::PackedFile file(m_path); file.key() == m_key) {
        stamp(file.identity());
    }
    removeOldest();
    removeLeftParts();
}

void PackedCache::requireSpace(std::span<const checkpoint::TensorView> tensors) const {
    constexpr std::uintmax_t kLeftForOthers = std::uintmax_t{2} << 30U;
    std::uintmax_t needed = kLeftForOthers;
    for (const checkpoint::TensorView& tensor : tensors) {
        needed += tensor.bytes.size();
    }
    std::error_code error;
    const fs::space_info space = fs::space(m_path.parent_path(), error);
    if (!error && space.available < needed) {
        constexpr std::uintmax_t kMega = 1'000'000;
        throw EngineError(
            ErrorCode::DiskFull, m_path.parent_path(),
            phrase("has %1 MB free; keeping packed weights there takes %2 MB, with what is left for others",
                   space.available / kMega, needed / kMega));
    }
}

fs::path PackedCache::stampPath() const {
    return fs::path(m_path) += kStampEnding;
}

bool PackedCache::hasStamp(const files::FileIdentity& identity) const {
    const std::string expected = asText(identity);
    std::error_code error;
    if (!fs::is_regular_file(stampPath(), error) || fs::file_size(stampPath(), error) != expected.size()) {
        return false;
    }
    std::string text(expected.size(), '\0');
    std::ifstream(stampPath(), std::ios::binary).read(text.data(), static_cast<std::streamsize>(text.size()));
    return text == expected;
}

void PackedCache::stamp(const files::FileIdentity& identity) const {
    // Without a stamp the next start takes longer, and that is all.
    (void)atEdge([&] {
        const std::string text = asText(identity);
        files::AtomicFile file(stampPath(), ErrorCode::FileUnwritable);
        file.write(std::as_bytes(std::span(text)));
        file.commit();
    });
}

void PackedCache::removeLeftParts() const {
    const std::string own = m_path.filename().string();
    const auto yesterday = fs::file_time_type::clock::now() - std::chrono::hours(24);
    eachIn(m_path.parent_path(), [&](const fs::path& path) {
        const std::string name = path.filename().string();
        // ".<name>.<process>.part", as AtomicFile names them. A younger one may still be being written.
        if (name.find(own) == 1 && name.ends_with(".part") && timeOf(path) < yesterday) {
            std::error_code error;
            fs::remove(path, error);
        }
    });
}

void PackedCache::removeOldest() const {
    // Stamps are renewed at each use.
    std::vector<std::pair<fs::file_time_type, fs::path>> stamps;
    eachIn(m_path.parent_path(), [&](const fs::path& path) {
        if (isStampOfOurs(path) && path != stampPath()) {
            stamps.emplace_back(timeOf(path), path);
        }
    });
    std::sort(stamps.rbegin(), stamps.rend());
    for (std::size_t i = kMostFiles - 1; i < stamps.size(); ++i) {
        std::error_code error;
        fs::remove(fs::path(stamps[i].second).replace_extension(), error);
        fs::remove(stamps[i].second, error);
    }
}

} // namespace parley::runtime
