// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "parley/error.h"

#include <filesystem>
#include <string>
#include <string_view>

namespace parley::checkpoint {

/// CheckpointCorrupt, with the advice to download the file again. What only those understand who know the format is a
/// detail.
[[noreturn]] void throwCorrupt(const std::filesystem::path& path, std::string detail);
[[noreturn]] void throwCorrupt(const std::filesystem::path& path, Phrase problem);

/// UnsupportedLayout, with the advice to take the model's safetensors version.
[[noreturn]] void throwUnsupported(const std::filesystem::path& path, std::string detail);
[[noreturn]] void throwUnsupported(const std::filesystem::path& path, Phrase problem);

/// A name from a file, fit for a message: cut to a readable length, without control characters (which could steer a
/// terminal).
[[nodiscard]] std::string printable(std::string_view text);

/// The same between quotation marks.
[[nodiscard]] std::string inQuotes(std::string_view text);

} // namespace parley::checkpoint
