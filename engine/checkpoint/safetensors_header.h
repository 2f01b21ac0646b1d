// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "checkpoint/tensor_source.h"

#include <nlohmann/json.hpp>

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string_view>
#include <vector>

namespace parley::checkpoint {

/// What stands before the header: its length, little-endian.
inline constexpr std::size_t kSafetensorsLengthBytes = 8;

/// One tensor as the header declares it: checked in itself, but not against the file's size.
struct SafetensorsEntry {
    TensorInfo info;
    std::uint64_t begin = 0; ///< first byte, counted from the end of the header
};

struct SafetensorsHeader {
    std::vector<SafetensorsEntry> entries; ///< in the order of their bytes, without holes or overlaps
    std::uint64_t dataBytes = 0;           ///< what has to follow the header
    nlohmann::json metadata;
};

/// Throws EngineError: CheckpointCorrupt, UnsupportedLayout.
[[nodiscard]] SafetensorsHeader parseSafetensorsHeader(std::string_view text, const std::filesystem::path& path);

} // namespace parley::checkpoint
