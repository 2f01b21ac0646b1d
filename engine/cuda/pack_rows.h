// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "accelerator/packed_matrix.h"

namespace parley::cuda {

/// weight [out, in] float32 on the CPU → as PackedProduct takes it, on `device`, in the numbers of
/// kernels::packPanels(). Inputs are filled up to whole blocks.
[[nodiscard]] accelerator::PackedMatrix packRows(const at::Tensor& weight, backend::NumberFormat format,
                                                 at::Device device);

} // namespace parley::cuda
