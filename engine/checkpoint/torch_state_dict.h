// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "checkpoint/pickle_value.h"

#include <nlohmann/json_fwd.hpp>

#include <filesystem>
#include <map>
#include <string>

namespace parley::checkpoint {

/// The named tensors of a checkpoint: those of its top-level mapping or, if that has none, of the mapping under
/// "state_dict", "model_state_dict", "model" or "module". The pointers are into `tree`.
/// Throws EngineError: UnsupportedLayout if there is none, CheckpointCorrupt if a name comes twice.
[[nodiscard]] std::map<std::string, const PickleTensor*> findStateDict(const PickleTree& tree,
                                                                       const std::filesystem::path& path);

/// The plain values (texts, numbers, lists, mappings) of the top-level mapping. Whatever else is in it is left out, and
/// so is what no real checkpoint has: nesting, numbers and texts without measure. Always an object.
[[nodiscard]] nlohmann::json collectMetadata(const PickleTree& tree);

} // namespace parley::checkpoint
