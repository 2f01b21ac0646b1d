// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <span>
#include <string>
#include <string_view>

namespace parley::checkpoint {

/// A key for what is made from these files: another one as soon as `purpose`, or a file's size, time, beginning (where
/// headers and whole configurations are) or end (where a zip archive has its directory) is another one. Reads a
/// megabyte of each. Throws EngineError as FileReader does.
[[nodiscard]] std::string sourceKey(std::span<const std::filesystem::path> files, std::string_view purpose);

} // namespace parley::checkpoint
