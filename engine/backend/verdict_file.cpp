// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "backend/verdict_file.h"

#include "backend/verdicts.h"
#include "files/atomic_file.h"
#include "parley/model_options.h"

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <fstream>
#include <span>
#include <system_error>
#include <utility>

namespace parley::backend {

namespace fs = std::filesystem;

namespace {

constexpr const char* kFile = "self-test.tsv";
constexpr const char* kLock = "self-test.lock";
constexpr std::size_t kMostBytes = std::size_t{1} << 20U; ///< a file that is larger is none of ours

// A program that holds a lock longer than this was stopped by somebody.
constexpr std::chrono::seconds kWriting{5};
constexpr std::chrono::seconds kTrial{60};

/// Of the trial of a device in a format, whose names may be whatever somebody wrote into the file; empty if there is no
/// place for it.
fs::path trialFile(const std::string& device, const std::string& dtype) {
    const fs::path folder = defaultPackedCache();
    std::string name = "self-test." + device + "." + dtype + ".trial";
    std::replace_if(name.begin(), name.end(), [](char c) { return c == '/' || c == ':' || c == '\0'; }, '-');
    return folder.empty() ? folder : folder / name;
}

void write(const std::vector<SelfTestVerdict>& verdicts, const fs::path& path) {
    const std::string text = writtenVerdicts(verdicts);
    files::AtomicFile file(path, ErrorCode::FileUnwritable);
    file.write(std::as_bytes(std::span(text)));
    file.commit();
}

} // namespace

fs::path verdictFile() {
    const fs::path folder = defaultPackedCache();
    return folder.empty() ? folder : folder / kFile;
}

std::vector<SelfTestVerdict> writtenDownVerdicts() {
    std::ifstream file(verdictFile(), std::ios::binary);
    std::string text(kMostBytes + 1, '\0');
    file.read(text.data(), static_cast<std::streamsize>(text.size()));
    text.resize(static_cast<std::size_t>(std::max<std::streamsize>(file.gcount(), 0)));
    return text.size() > kMostBytes ? std::vector<SelfTestVerdict>{} : readVerdicts(text);
}

std::vector<SelfTestVerdict> keptVerdicts() {
    using Kind = files::FileLock::Kind;
    // No trial begins or ends while its lock is held here, so what is read behind that holds.
    std::vector<std::pair<fs::path, files::FileLock>> locks;
    for (const SelfTestVerdict& verdict : writtenDownVerdicts()) {
        if (verdict.wasCutShort) {
            const fs::path path = trialFile(verdict.device, verdict.dtype);
            locks.emplace_back(path, files::FileLock::tried(path, Kind::Shared));
        }
    }
    std::vector<SelfTestVerdict> kept = writtenDownVerdicts();
    std::erase_if(kept, [&](const SelfTestVerdict& verdict) {
        const auto lock = std::find_if(locks.begin(), locks.end(), [&](const auto& each) {
            return each.first == trialFile(verdict.device, verdict.dtype);
        });
        // One that appeared since is of a trial that has just begun.
        return verdict.wasCutShort && (lock == locks.end() || lock->second.state() == files::FileLock::State::Foreign);
    });
    return kept;
}

void changeVerdicts(const VerdictChange& change) {
    const fs::path path = verdictFile();
    if (path.empty()) {
        return;
    }
    std::error_code ignored; // the file's own failure says more
    fs::create_directories(path.parent_path(), ignored);
    const files::FileLock lock = files::FileLock::waitedFor(path.parent_path() / kLock, kWriting, {});
    write(change(writtenDownVerdicts()), path);
}

files::FileLock beginTrial(const DeviceInfo& device, const std::string& dtype, const std::stop_token& stop) {
    const fs::path path = trialFile(device.id, dtype);
    if (path.empty()) {
        return {};
    }
    std::error_code ignored; // without a folder nothing can be kept
    fs::create_directories(path.parent_path(), ignored);
    return files::FileLock::waitedFor(path, kTrial, stop);
}

} // namespace parley::backend
