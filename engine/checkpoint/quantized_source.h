// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "checkpoint/tensor_source.h"

#include <memory>
#include <string_view>

namespace parley::checkpoint {

// A smaller copy of a checkpoint: a safetensors file in transformers' layout whose metadata say what its large matrices
// are held in. Each of them is two arrays, and reads as one of float32:
// int8: `name` I8 [rows, cols] and `name`.scale F32 [rows];
// int4: `name` U8 [rows, cols / 2], two levels a byte, the first one in the lower half, and `name`.scale BF16
// [rows, cols / 32]; a level counts from 8.

inline constexpr std::string_view kQuantizedKey = "parley_quantized"; ///< of the metadata: "int8" or "int4"
inline constexpr std::string_view kScaleSuffix = ".scale";
inline constexpr std::int64_t kQuantizedBlock = 32; ///< columns of int4 that share a scale

/// What a checkpoint's large matrices are held in, "int8" or "int4"; empty for any other checkpoint.
[[nodiscard]] std::string_view quantizedFormat(const TensorSource& source);

/// The source as it is, or what its matrices stand for. Throws EngineError (CheckpointCorrupt) where arrays don't
/// belong together, UnsupportedLayout for a format that isn't known.
[[nodiscard]] std::unique_ptr<TensorSource> withoutQuantization(std::unique_ptr<TensorSource> source);

} // namespace parley::checkpoint
