// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "checkpoint/model_files.h"
#include "parley/smaller_copy.h"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <stop_token>
#include <string>

namespace parley::runtime {

/// Writes a checkpoint in transformers' layout whose step's matrices are held in `format` ("int8" or "int4";
/// checkpoint/quantized_source.h), the other matrices in bfloat16, norms in float32. One matrix is in memory at a time.
/// Throws EngineError: DTypeUnsupported (widths), CheckpointCorrupt, FileUnwritable, DiskFull, Cancelled.
void writeQuantized(const checkpoint::DiaFiles& files, const std::string& format, const std::filesystem::path& path,
                    const OnCopied& onProgress, const std::stop_token& stop);

/// Bytes of all arrays of such a file. Throws EngineError: DTypeUnsupported (widths).
[[nodiscard]] std::uint64_t quantizedBytes(const checkpoint::DiaConfig& config, const std::string& format);

/// Nothing if so many bytes fit into a disk's `available` ones and leave some to others; else DiskFull with both.
[[nodiscard]] std::optional<Error> roomError(const std::filesystem::path& folder, std::uint64_t bytes,
                                             std::uint64_t available);

} // namespace parley::runtime
