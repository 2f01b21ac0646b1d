// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "parley/error.h"

#include <filesystem>
#include <string>

namespace parley::cli {

/// The key that clients must have: the file's only line, or without a file what PARLEY_API_KEY says; empty if there is
/// neither. Errors: OptionInvalid (unreadable, empty, too short to be secret, more than a line).
[[nodiscard]] Result<std::string> readServeKey(const std::filesystem::path& file);

} // namespace parley::cli
