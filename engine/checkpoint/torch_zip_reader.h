// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "checkpoint/tensor_source.h"

#include <filesystem>
#include <memory>

namespace parley::checkpoint {

/// Opens a file of torch.save, version 1.6 or later: a zip archive with a pickle and one member for each storage.
/// Runs nothing from it. Throws EngineError: ModelNotFound, CheckpointCorrupt, UnsupportedLayout.
[[nodiscard]] std::unique_ptr<TensorSource> openTorchZip(const std::filesystem::path& path);

} // namespace parley::checkpoint
