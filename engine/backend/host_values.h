// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <ATen/core/Tensor.h>

#include <cstdint>
#include <span>
#include <vector>

namespace parley::backend {

/// Whole numbers as int64 of that shape, on the CPU.
[[nodiscard]] at::Tensor idTensor(std::span<const std::int64_t> ids, at::IntArrayRef sizes);
/// A text's bytes as ids [T] int64, on the CPU.
[[nodiscard]] at::Tensor idTensor(std::span<const std::uint8_t> bytes);

/// All values of a tensor of any device, row-major; waits for the device.
[[nodiscard]] std::vector<std::int64_t> idsOf(const at::Tensor& tensor);
[[nodiscard]] std::vector<float> floatsOf(const at::Tensor& tensor);

} // namespace parley::backend
