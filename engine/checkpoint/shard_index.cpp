// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "checkpoint/checked_json.h"
#include "checkpoint/file_reader.h"
#include "checkpoint/reader_errors.h"
#include "checkpoint/tensor_source.h"
#include "checkpoint/tensor_table.h"

#include <nlohmann/json.hpp>

#include <map>
#include <set>
#include <string>
#include <system_error>
#include <utility>

namespace parley::checkpoint {
namespace {

namespace fs = std::filesystem;

/// What an index says: which shard holds which tensor.
struct ShardIndex {
    std::map<std::string, std::string> shardOf; // Tensor name to file name.
    std::set<std::string> shards;
    nlohmann::json metadata = nlohmann::json::object();
};

std::string readText(const fs::path& path) {
    constexpr std::uint64_t kMaxIndexBytes = 25'000'000; // Released ones have some ten thousands.
    const FileReader file(path);
    if (file.size() > kMaxIndexBytes) {
        throwCorrupt(path, "the file is too large for a shard index");
    }
    std::string text(file.size(), '\0');
    file.read(0, std::as_writable_bytes(std::span(text)));
    return text;
}

bool isPlainFileName(std::string_view name) {
    constexpr std::string_view kForbidden("/\\\0", 3);
    return !name.empty() && name != "." && name != ".." && name.find_first_of(kForbidden) == std::string_view::npos;
}

ShardIndex readIndex(const fs::path& path) {
    nlohmann::json json = parseCheckedJson(readText(path), path, "the shard index");
    if (!json.is_object() || !json.contains("weight_map") || !json["weight_map"].is_object() ||
        json["weight_map"].empty()) {
        throwCorrupt(path, "the shard index has no weight_map, which says where each tensor lies");
    }
    ShardIndex index;
    for (const auto& [tensor, shard] : json["weight_map"].items()) {
        if (!shard.is_string() || !isPlainFileName(shard.get_ref<const std::string&>())) {
            throwCorrupt(path, "the tensor " + inQuotes(tensor) + " is said to be in " + inQuotes(shard.dump()) +
                                   ", which is not the name of a file in the same folder");
        }
        index.shardOf.emplace(tensor, shard.get<std::string>());
        index.shards.insert(shard.get<std::string>());
    }
    if (json.contains("metadata") && json["metadata"].is_object()) {
        index.metadata = std::move(json["metadata"]);
    }
    return index;
}

void requireAllShards(const ShardIndex& index, const fs::path& folder) {
    std::size_t present = 0;
    const std::string* absent = nullptr;
    for (const std::string& shard : index.shards) {
        std::error_code ignored; // What can't be looked at is absent here, and gets its own message when opened.
        if (fs::exists(folder / shard, ignored)) {
            ++present;
        } else if (absent == nullptr) {
            absent = &shard;
        }
    }
    if (absent != nullptr) {
        throw EngineError(
            ErrorCode::ModelNotFound, (folder / *absent),
            phrase("this part of the model is not there; the folder has %1 of %2 parts", present, index.shards.size()),
            phrase("download the missing parts"));
    }
}

class ShardedSource final : public TensorSource {
public:
    ShardedSource(ShardIndex index, const fs::path& indexPath)
        : m_indexPath(indexPath), m_folder(indexPath.has_parent_path() ? indexPath.parent_path() : fs::path(".")),
          m_metadata(std::move(index.metadata)) {
        requireAllShards(index, m_folder);
        std::set<std::string, std::less<>> seen;
        std::vector<Table::Entry> entries;
        for (const std::string& shardName : index.shards) {
            const TensorSource& shard = *m_shards.emplace_back(openTensorFile(m_folder / shardName));
            for (const TensorInfo& tensor : shard.tensors()) {
                if (!seen.insert(tensor.name).second) {
                    throwCorrupt(indexPath, "the tensor " + inQuotes(tensor.name) + " is in two of its parts");
                }
                const auto promised = index.shardOf.find(tensor.name);
                if (promised != index.shardOf.end() && promised->second == shardName) {
                    entries.push_back({tensor, &shard});
                    index.shardOf.erase(promised);
                }
            }
        }
        if (!index.shardOf.empty()) {
            const auto& [tensor, shardName] = *index.shardOf.begin();
            throwCorrupt(m_folder / shardName,
                         "the tensor " + inQuotes(tensor) + " should be in this file, and is not");
        }
        m_table = Table(std::move(entries), m_folder);
    }

    [[nodiscard]] const std::vector<TensorInfo>& tensors() const noexcept override { return m_table.infos(); }
    [[nodiscard]] const fs::path& path() const noexcept override { return m_folder; }
    [[nodiscard]] const nlohmann::json& metadata() const noexcept override { return m_metadata; }

    [[nodiscard]] std::vector<fs::path> files() const override {
        std::vector<fs::path> all{m_indexPath};
        for (const std::unique_ptr<TensorSource>& shard : m_shards) {
            all.push_back(shard->path());
        }
        return all;
    }

    void read(const TensorInfo& tensor, std::uint64_t offset, std::span<std::byte> out) const override {
        m_table.locate(tensor, offset, out.size())->read(tensor, offset, out);
    }

private:
    using Table = TensorTable<const TensorSource*>;

    fs::path m_indexPath;
    fs::path m_folder;
    std::vector<std::unique_ptr<TensorSource>> m_shards;
    Table m_table; // The place is the shard.
    nlohmann::json m_metadata;
};

} // namespace

std::unique_ptr<TensorSource> openShardIndex(const fs::path& indexPath) {
    return std::make_unique<ShardedSource>(readIndex(indexPath), indexPath);
}

} // namespace parley::checkpoint
