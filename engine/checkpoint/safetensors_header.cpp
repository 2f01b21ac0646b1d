// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "checkpoint/safetensors_header.h"

#include "checkpoint/checked_json.h"
#include "checkpoint/checked_math.h"
#include "checkpoint/dtype_table.h"
#include "checkpoint/reader_errors.h"

#include <algorithm>
#include <limits>
#include <string>
#include <tuple>
#include <utility>

namespace parley::checkpoint {
namespace {

using Json = nlohmann::json;

/// The fields of one tensor, with errors that name it.
class EntryParser {
public:
    EntryParser(const std::string& tensor, const Json& entry, const std::filesystem::path& path)
        : m_tensor(tensor), m_entry(entry), m_path(path) {
        if (!entry.is_object()) {
            corrupt("is not described by an object");
        }
    }

    [[nodiscard]] SafetensorsEntry parse() const {
        SafetensorsEntry entry;
        entry.info.name = m_tensor;
        entry.info.dtype = dtype();
        entry.info.shape = shape();
        const auto [begin, end] = offsets();
        const auto bytes = arrayBytes(entry.info.shape, byteSize(entry.info.dtype));
        if (!bytes || begin > end || end - begin != *bytes) {
            corrupt("has a shape and a place in the file that don't belong together");
        }
        entry.info.byteCount = *bytes;
        entry.begin = begin;
        return entry;
    }

private:
    [[noreturn]] void corrupt(const std::string& problem) const {
        throwCorrupt(m_path, "the tensor " + inQuotes(m_tensor) + " " + problem);
    }

    const Json& field(const char* key) const {
        const auto found = m_entry.find(key);
        if (found == m_entry.end()) {
            corrupt("has no " + std::string(key));
        }
        return *found;
    }

    [[nodiscard]] DType dtype() const {
        const Json& code = field("dtype");
        if (!code.is_string()) {
            corrupt("has no readable dtype");
        }
        const DTypeRow* row = findDType(&DTypeRow::safetensorsCode, code.get_ref<const std::string&>());
        if (row == nullptr) {
            throw EngineError(ErrorCode::UnsupportedLayout, m_path, {},
                              phrase("take a float32, float16 or bfloat16 version of this model"),
                              "the tensor " + inQuotes(m_tensor) + " holds numbers of the kind " +
                                  inQuotes(code.get_ref<const std::string&>()) + ", which can't be read here");
        }
        return row->dtype;
    }

    [[nodiscard]] std::vector<std::int64_t> shape() const {
        const Json& sizes = field("shape");
        if (!sizes.is_array() || sizes.size() > kMaxRank) {
            corrupt("has no readable shape");
        }
        std::vector<std::int64_t> shape;
        for (const Json& size : sizes) {
            shape.push_back(static_cast<std::int64_t>(count(size, std::numeric_limits<std::int64_t>::max())));
        }
        return shape;
    }

    [[nodiscard]] std::pair<std::uint64_t, std::uint64_t> offsets() const {
        const Json& pair = field("data_offsets");
        if (!pair.is_array() || pair.size() != 2) {
            corrupt("has no readable data_offsets");
        }
        constexpr std::uint64_t kMax = std::numeric_limits<std::uint64_t>::max();
        return {count(pair[0], kMax), count(pair[1], kMax)};
    }

    [[nodiscard]] std::uint64_t count(const Json& number, std::uint64_t max) const {
        if (!number.is_number_unsigned() || number.get<std::uint64_t>() > max) {
            corrupt("has a size or an offset that is not a whole number, or is negative, or is too large");
        }
        return number.get<std::uint64_t>();
    }

    const std::string& m_tensor;
    const Json& m_entry;
    const std::filesystem::path& m_path;
};

Json takeMetadata(const Json& metadata, const std::filesystem::path& path) {
    const bool plain = metadata.is_object() &&
                       std::all_of(metadata.begin(), metadata.end(), [](const Json& v) { return v.is_string(); });
    if (!plain) {
        throwCorrupt(path, "the header's __metadata__ is not a mapping of texts");
    }
    return metadata;
}

/// Sorts by place; the format wants every byte to belong to exactly one tensor. Returns the number of those bytes.
std::uint64_t requireSeamless(std::vector<SafetensorsEntry>& entries, const std::filesystem::path& path) {
    // Empty tensors share their offset with the one that follows them.
    std::sort(entries.begin(), entries.end(), [](const SafetensorsEntry& a, const SafetensorsEntry& b) {
        return std::tie(a.begin, a.info.byteCount) < std::tie(b.begin, b.info.byteCount);
    });
    std::uint64_t end = 0;
    for (const SafetensorsEntry& entry : entries) {
        if (entry.begin != end) {
            throwCorrupt(path, "the tensor " + inQuotes(entry.info.name) +
                                   (entry.begin < end ? " overlaps another one" : " follows a hole in the file"));
        }
        end += entry.info.byteCount; // Can't wrap: it equals the entry's own data_offsets[1].
    }
    return end;
}

} // namespace

SafetensorsHeader parseSafetensorsHeader(std::string_view text, const std::filesystem::path& path) {
    const Json json = parseCheckedJson(text, path, "the header");
    if (!json.is_object()) {
        throwCorrupt(path, "the header is not a mapping of tensors");
    }
    SafetensorsHeader header;
    header.metadata = Json::object();
    for (const auto& [name, entry] : json.items()) {
        if (name == "__metadata__") {
            header.metadata = takeMetadata(entry, path);
        } else {
            header.entries.push_back(EntryParser(name, entry, path).parse());
        }
    }
    header.dataBytes = requireSeamless(header.entries, path);
    return header;
}

} // namespace parley::checkpoint
