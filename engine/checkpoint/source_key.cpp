// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "checkpoint/source_key.h"

#include "checkpoint/content_hash.h"
#include "checkpoint/file_reader.h"
#include "files/file_identity.h"

#include <algorithm>
#include <vector>

namespace parley::checkpoint {

namespace {

constexpr std::uint64_t kBeginningBytes = 1U << 20U;
constexpr std::uint64_t kEndBytes = 1U << 16U;

void addFile(ContentHash& hash, const std::filesystem::path& path) {
    const FileReader file(path);
    const files::FileIdentity identity = files::identityOf(file.descriptor()).value_or(files::FileIdentity{});
    hash.add(std::to_string(identity.size) + " " + std::to_string(identity.modified) + " " +
             std::to_string(identity.changed));
    std::vector<std::byte> bytes(std::min(file.size(), kBeginningBytes));
    file.read(0, bytes);
    hash.add(bytes);
    bytes.resize(std::min(file.size(), kEndBytes));
    file.read(file.size() - bytes.size(), bytes);
    hash.add(bytes);
}

} // namespace

std::string sourceKey(std::span<const std::filesystem::path> files, std::string_view purpose) {
    ContentHash hash;
    hash.add(purpose);
    for (const std::filesystem::path& path : files) {
        addFile(hash, path);
    }
    return hash.digits();
}

} // namespace parley::checkpoint
