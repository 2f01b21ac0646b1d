// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cuda/kernels.h"

#include <ATen/core/Tensor.h>

namespace parley::cuda {

/// A tensor's format, as kernels are told it.
[[nodiscard]] inline Number numberOf(const at::Tensor& tensor) {
    switch (tensor.scalar_type()) {
    case at::kHalf:
        return Number::Float16;
    case at::kBFloat16:
        return Number::Bfloat16;
    default:
        return Number::Float32;
    }
}

} // namespace parley::cuda
