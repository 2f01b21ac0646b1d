// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cli/say_job.h"
#include "parley/error.h"

#include <filesystem>
#include <span>
#include <variant>

namespace parley::cli {

/// Refuses an output that would be written over something that is read, or over another output; empty paths don't
/// count. `codes` belongs to a single task.
[[nodiscard]] Result<std::monostate> checkClashes(std::span<const std::filesystem::path> read,
                                                  std::span<const SayTask> tasks, const std::filesystem::path& codes);

} // namespace parley::cli
