// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "parley/error.h"

#include <sys/types.h>

#include <filesystem>
#include <optional>

namespace parley::files {

/// Where a file that is about to be written really goes.
struct WriteTarget {
    std::filesystem::path path;         ///< symbolic links resolved, so that a link stays a link
    std::optional<mode_t> existingMode; ///< permission bits of the file that is replaced, if there is one
    bool isDevice = false;              ///< a device, pipe or socket: written to, never replaced
};

/// Finds out where `path` leads and whether a file can be created or replaced there. Writes nothing.
/// Throws EngineError with `failureCode`. Any thread.
[[nodiscard]] WriteTarget findWriteTarget(const std::filesystem::path& path, ErrorCode failureCode);

/// The same checks for their own sake: asked before long work whose result is to be saved as `path`.
/// Throws EngineError with `failureCode`. Any thread.
void checkWritable(const std::filesystem::path& path, ErrorCode failureCode);

/// The folder of `path`; "." where it names none.
[[nodiscard]] std::filesystem::path folderOf(const std::filesystem::path& path);

} // namespace parley::files
