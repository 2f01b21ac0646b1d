// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "checkpoint/pickle_value.h"

#include <filesystem>
#include <string_view>

namespace parley::checkpoint {

/// What `module.name` stands for: a PickleGlobal, or the name of a torch dtype as a text. Anything not on the list is
/// refused by name: EngineError (UnsupportedLayout).
[[nodiscard]] PickleValue resolvePickleGlobal(std::string_view module, std::string_view name,
                                              const std::filesystem::path& path);

/// What the allowed callable `callee` would return for `arguments`. Throws EngineError: CheckpointCorrupt for
/// arguments that it never gets from torch, UnsupportedLayout.
[[nodiscard]] PickleValue callPickleGlobal(const PickleTree& tree, PickleRef callee, PickleRef arguments,
                                           const std::filesystem::path& path);

/// The storage that a persistent id ("storage", class, key, device, count) stands for. Throws as above.
[[nodiscard]] PickleStorage resolvePickleStorage(const PickleTree& tree, PickleRef id,
                                                 const std::filesystem::path& path);

} // namespace parley::checkpoint
