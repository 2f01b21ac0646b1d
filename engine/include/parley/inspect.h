// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "parley/error.h"
#include "parley/model_options.h"

#include <cstdint>
#include <filesystem>
#include <string>
#include <utility>
#include <vector>

namespace parley {

/// What a checkpoint is, by its headers.
struct CheckpointReport {
    std::string kind;                                          ///< "Dia" or "DAC codec"
    std::string layout;                                        ///< "transformers", "reference", "descript"
    std::string generation;                                    ///< "0.1", "0626", "unknown"; empty for a codec
    std::string keyPrefix;                                     ///< what stands before every key
    std::vector<std::pair<std::string, std::int64_t>> sizes;   ///< "encoder layers", 12; …
    std::vector<std::pair<std::string, std::uint64_t>> dtypes; ///< "float32", number of tensors; what they are held in
    std::uint64_t parameters = 0;
    std::uint64_t bytes = 0;
    std::vector<std::string> missing;
    std::vector<std::string> wrong; ///< tensors whose shape or dtype doesn't fit
    std::vector<std::string> extra;
};

/// Looks at the checkpoint options.model (config and generation count, too). Reads no weights. Errors: ModelNotFound,
/// CheckpointCorrupt, UnsupportedLayout.
[[nodiscard]] Result<CheckpointReport> inspectCheckpoint(const ModelOptions& options);

/// The same of a path alone.
[[nodiscard]] Result<CheckpointReport> inspectPath(const std::filesystem::path& path);

} // namespace parley
