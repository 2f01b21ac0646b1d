// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/number_format.h"

#include <ATen/core/Tensor.h>

#include <cstdint>

namespace parley::accelerator {

/// A matrix in int8 (a scale a row) or int4 (groups of 32 inputs share one). How it lies is up to what packed it.
struct PackedMatrix {
    backend::NumberFormat format = backend::NumberFormat::Int8;
    std::int64_t outputs = 0;
    std::int64_t inputs = 0;
    at::Tensor values{};
    at::Tensor scales{};
};

/// Inputs of int4 weights that share a scale.
inline constexpr std::int64_t kInt4Group = 32;

/// As torch's operators take it. weight [out, in] float32, on the CPU.
[[nodiscard]] PackedMatrix packForTorch(const at::Tensor& weight, backend::NumberFormat format, at::Device device,
                                        at::ScalarType activations);
/// x [rows, in] → [rows, out] in the same format, by torch's operator for the device.
[[nodiscard]] at::Tensor multiplyByTorch(const at::Tensor& x, const PackedMatrix& matrix);

} // namespace parley::accelerator
