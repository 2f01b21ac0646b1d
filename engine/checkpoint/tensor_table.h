// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "checkpoint/reader_errors.h"
#include "checkpoint/tensor_source.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <utility>
#include <vector>

namespace parley::checkpoint {

/// The tensors of a source, sorted by name, and where each of them lies. `Place` is the source's own idea of that.
template <typename Place>
class TensorTable {
public:
    struct Entry {
        TensorInfo info;
        Place place;
    };

    TensorTable() = default;

    /// Throws EngineError (CheckpointCorrupt) if two entries share a name.
    TensorTable(std::vector<Entry> entries, const std::filesystem::path& path) {
        std::sort(entries.begin(), entries.end(),
                  [](const Entry& a, const Entry& b) { return a.info.name < b.info.name; });
        m_infos.reserve(entries.size());
        m_places.reserve(entries.size());
        for (Entry& entry : entries) {
            if (!m_infos.empty() && m_infos.back().name == entry.info.name) {
                throwCorrupt(path, "the tensor " + inQuotes(entry.info.name) + " is in it twice");
            }
            m_infos.push_back(std::move(entry.info));
            m_places.push_back(std::move(entry.place));
        }
    }

    [[nodiscard]] const std::vector<TensorInfo>& infos() const noexcept { return m_infos; }

    /// Where the tensor of that name lies, once it is sure that it has the bytes [offset, offset + count). Asking for
    /// anything else is the caller's mistake: EngineError (Internal).
    [[nodiscard]] const Place& locate(const TensorInfo& tensor, std::uint64_t offset, std::size_t count) const {
        const auto found =
            std::lower_bound(m_infos.begin(), m_infos.end(), tensor.name,
                             [](const TensorInfo& info, const std::string& key) { return info.name < key; });
        if (found == m_infos.end() || found->name != tensor.name) {
            throw EngineError(ErrorCode::Internal, verbatim(inQuotes(tensor.name)), {}, {},
                              "this tensor belongs to another checkpoint");
        }
        if (offset > found->byteCount || count > found->byteCount - offset) {
            throw EngineError(ErrorCode::Internal, verbatim(inQuotes(tensor.name)), {}, {},
                              "more bytes were asked of this tensor than it has");
        }
        return m_places[static_cast<std::size_t>(found - m_infos.begin())];
    }

private:
    std::vector<TensorInfo> m_infos;
    std::vector<Place> m_places; // The same order as m_infos.
};

} // namespace parley::checkpoint
