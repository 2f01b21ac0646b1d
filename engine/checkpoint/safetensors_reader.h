// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "checkpoint/file_reader.h"
#include "checkpoint/safetensors_header.h"
#include "checkpoint/tensor_source.h"

#include <cstdint>
#include <memory>

namespace parley::checkpoint {

/// What other readers of the format accept too (SAFETENSORS_MAX_HEADER_LENGTH in huggingface_hub).
inline constexpr std::uint64_t kMaxSafetensorsHeaderBytes = 25'000'000;

struct SafetensorsLayout {
    SafetensorsHeader header;
    std::uint64_t dataStart = 0; ///< first byte behind the header
};

/// Reads and checks the header, also against the file's size. Throws EngineError as openSafetensors() does.
[[nodiscard]] SafetensorsLayout readSafetensorsLayout(const FileReader& file);

/// Opens a safetensors file (https://github.com/huggingface/safetensors, "Format").
/// Throws EngineError: CheckpointCorrupt, UnsupportedLayout.
[[nodiscard]] std::unique_ptr<TensorSource> openSafetensors(FileReader file);

} // namespace parley::checkpoint
