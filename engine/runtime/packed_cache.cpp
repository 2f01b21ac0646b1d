// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "runtime/packed_cache.h"

#include "backend/parallel.h"
#include "backend/stop.h"
#include "checkpoint/content_hash.h"
#include "checkpoint/reader_errors.h"
#include "checkpoint/source_key.h"
#include "files/atomic_file.h"
#include "files/system_reason.h"
#include "runtime/edge.h"

#include <algorithm>
#include <chrono>
#include <fstream>
#include <sstream>
#include <system_error>

namespace parley::runtime {

namespace fs = std::filesystem;

namespace {

constexpr std::string_view kStampEnding = ".stamp";

/// Files that may lie in the folder; with the released model, some ten gigabytes.
constexpr std::size_t kMostFiles = 8;

std::string fileName(const std::vector<fs::path>& sources, const std::string& content) {
    checkpoint::ContentHash hash;
    for (const fs::path& source : sources) {
        std::error_code error;
        hash.add(fs::absolute(source, error).lexically_normal().string());
    }
    return hash.digits() + "-" + content + ".safetensors";
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
        m_key = checkpoint::sourceKey(sources, content);
    }
}

std::shared_ptr<const checkpoint::PackedFile> PackedCache::open(const std::stop_token& stop,
                                                                const OnTrouble& onTrouble) const {
    std::error_code missing;
    if (!isUsed() || !fs::exists(m_path, missing)) {
        return nullptr;
    }
    std::shared_ptr<const checkpoint::PackedFile> file;
    const auto opened = atEdge([&] {
        file = std::make_shared<const checkpoint::PackedFile>(m_path);
        if (file->key() == m_key && !hasStamp(file->identity())) {
            requireWhole(*file, stop);
        }
    });
    backend::throwIfStopped(stop);
    if (!opened.ok()) {
        onTrouble(opened.error());
        return nullptr;
    }
    if (file->key() != m_key) {
        return nullptr; // the sources have changed, which is no trouble
    }
    stamp(file->identity());
    return file;
}

void PackedCache::requireWhole(const checkpoint::PackedFile& file, const std::stop_token& stop) const {
    backend::inPieces(static_cast<std::int64_t>(file.count()), 1, [&](std::int64_t index, std::int64_t) {
        backend::throwIfStopped(stop);
        if (!file.isWhole(static_cast<std::size_t>(index))) {
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
    checkpoint::writePackedFile(m_path, m_key, tensors, stop);
    // Another program may have put its file there meanwhile: that one is whole, too.
    if (const checkpoint::PackedFile file(m_path); file.key() == m_key) {
        stamp(file.identity());
    }
    removeOldest();
    removeLeftParts();
}

fs::path PackedCache::stampPath() const {
    return fs::path(m_path) += kStampEnding;
}

bool PackedCache::hasStamp(const files::FileIdentity& identity) const {
    std::ifstream file(stampPath());
    std::ostringstream text;
    text << file.rdbuf();
    return text.str() == asText(identity);
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
    std::error_code error;
    for (const fs::directory_entry& entry : fs::directory_iterator(m_path.parent_path(), error)) {
        const std::string name = entry.path().filename().string();
        // ".<name>.<process>.part", as AtomicFile names them. A younger one may still be being written.
        if (name.find(own) == 1 && name.ends_with(".part") && timeOf(entry.path()) < yesterday) {
            fs::remove(entry.path(), error);
        }
    }
}

void PackedCache::removeOldest() const {
    // Stamps are renewed at each use, and no file without one is ours: the folder may hold other things.
    std::vector<fs::path> stamps;
    std::error_code error;
    for (const fs::directory_entry& entry : fs::directory_iterator(m_path.parent_path(), error)) {
        if (entry.path().extension() == kStampEnding && entry.path() != stampPath()) {
            stamps.push_back(entry.path());
        }
    }
    std::sort(stamps.begin(), stamps.end(), [](const fs::path& a, const fs::path& b) { return timeOf(a) > timeOf(b); });
    for (std::size_t i = kMostFiles - 1; i < stamps.size(); ++i) {
        fs::remove(fs::path(stamps[i]).replace_extension(), error);
        fs::remove(stamps[i], error);
    }
}

} // namespace parley::runtime
