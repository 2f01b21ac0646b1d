// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/device.h"
#include "backend/tensor_reader.h"
#include "checkpoint/model_files.h"
#include "checkpoint/packed_file.h"
#include "model/weights.h"

#include <memory>
#include <stop_token>

namespace parley::model {

/// Reads all weights of the network, and packs those that the target wants packed.
/// Throws EngineError: CheckpointCorrupt, DTypeUnsupported, Cancelled.
[[nodiscard]] Weights readWeights(const checkpoint::DiaFiles& files, const backend::ComputeTarget& target,
                                  const std::stop_token& stop, const backend::BytesRead& bytesRead);

/// The same weights where they lie in a file that Weights::memory() was written to.
/// Throws EngineError (CheckpointCorrupt) if the file doesn't hold what the plan and the target want.
[[nodiscard]] Weights mapWeights(const std::shared_ptr<const checkpoint::PackedFile>& file,
                                 const checkpoint::DiaFiles& files, const backend::ComputeTarget& target);

} // namespace parley::model
