// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "files/write_target.h"

#include "files/system_reason.h"

#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <string>
#include <system_error>
#include <utility>

namespace fs = std::filesystem;

namespace parley::files {
namespace {

constexpr int kMaxLinks = 40; // what Linux itself follows

/// Says no to one path in one error code.
struct Refusal {
    const fs::path& path;
    ErrorCode code;

    [[noreturn]] void operator()(Phrase problem, Phrase remedy = {}) const {
        throw EngineError(code, path, std::move(problem), std::move(remedy));
    }
};

/// A link may lead to a file that is not there yet, which fs::canonical() does not resolve.
fs::path followLinks(fs::path path, const Refusal& refuse) {
    for (int links = 0; links < kMaxLinks; ++links) {
        std::error_code error;
        if (!fs::is_symlink(fs::symlink_status(path, error))) {
            return path;
        }
        const fs::path next = fs::read_symlink(path, error);
        if (error) {
            refuse(phrase("the link can't be followed: %1", systemReason(error)));
        }
        path = folderOf(path) / next; // an absolute `next` replaces the folder
    }
    refuse(phrase("is a symbolic link that leads round in a circle"));
}

void checkFolder(const fs::path& folder, const Refusal& refuse) {
    std::error_code error;
    const fs::file_status status = fs::status(folder, error);
    if (status.type() == fs::file_type::not_found) {
        refuse(phrase("can't be written: there is no folder %1", folder),
               phrase("create the folder or choose another one"));
    }
    if (error) {
        refuse(phrase("can't be written: folder %1: %2", folder, systemReason(error)), phrase("choose another folder"));
    }
    if (status.type() != fs::file_type::directory) {
        refuse(phrase("can't be written: %1 is not a folder", folder), phrase("choose another folder"));
    }
    if (access(folder.c_str(), W_OK | X_OK) != 0) {
        refuse(phrase("can't be written: folder %1: %2", folder, systemReason(errno)), phrase("choose another folder"));
    }
}

} // namespace

fs::path folderOf(const fs::path& path) {
    const fs::path folder = path.parent_path();
    return folder.empty() ? fs::path(".") : folder;
}

WriteTarget findWriteTarget(const fs::path& path, ErrorCode failureCode) {
    const Refusal refuse{path, failureCode};
    if (path.native().find('\0') != fs::path::string_type::npos) {
        refuse(phrase("a file name can't hold a zero byte"));
    }
    struct stat status = {};
    const bool exists = stat(path.c_str(), &status) == 0;
    if (exists && S_ISDIR(status.st_mode)) {
        refuse(phrase("is a folder, not a file"), phrase("add a file name"));
    }
    if (!path.has_filename()) {
        refuse(phrase("names no file"), phrase("add a file name"));
    }
    if (exists && access(path.c_str(), W_OK) != 0) {
        refuse(phrase("can't be written: %1", systemReason(errno)), phrase("choose another file name"));
    }
    if (exists && !S_ISREG(status.st_mode)) {
        return {path, std::nullopt, true};
    }
    WriteTarget target{followLinks(path, refuse), std::nullopt, false};
    if (exists) {
        target.existingMode = status.st_mode & (S_IRWXU | S_IRWXG | S_IRWXO);
    }
    checkFolder(folderOf(target.path), refuse);
    return target;
}

void checkWritable(const fs::path& path, ErrorCode failureCode) {
    static_cast<void>(findWriteTarget(path, failureCode));
}

} // namespace parley::files
