// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "checkpoint/pickle_value.h"

#include <filesystem>
#include <span>

namespace parley::checkpoint {

/// torch._utils._rebuild_tensor, _v2 and _v3: (storage, offset, size, stride, requires_grad, backward_hooks, …).
/// The tensor lies within its storage for sure. Throws EngineError: CheckpointCorrupt, UnsupportedLayout.
[[nodiscard]] PickleTensor rebuildTensor(const PickleTree& tree, PickleCallable version,
                                         std::span<const PickleRef> arguments, const std::filesystem::path& path);

} // namespace parley::checkpoint
