// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "checkpoint/packed_file.h"
#include "checkpoint/safetensors_writer.h"

#include <ATen/core/Tensor.h>

#include <memory>
#include <string>

namespace parley::backend {

/// A tensor of a packed file where it lies in memory; it keeps the file mapped and may not be written to.
/// Throws EngineError (CheckpointCorrupt) unless the file has it with this dtype and shape.
[[nodiscard]] at::Tensor packedTensor(const std::shared_ptr<const checkpoint::PackedFile>& file,
                                      const std::string& name, at::IntArrayRef sizes, at::ScalarType dtype);

/// The same tensor on its way into such a file; valid as long as the tensor. It must be contiguous: float32, bfloat16
/// or bytes.
[[nodiscard]] checkpoint::TensorView packedView(const std::string& name, const at::Tensor& tensor);

} // namespace parley::backend
