// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/number_format.h"

#include <cstdint>

namespace parley::test {

// The kernels for NVIDIA GPUs, run by the CPU (support/cuda_on_cpu).

/// What is wrong with a kernel, to see that it is found.
enum class Fault { None, Embedding, Norm, Turn, Store, Attention, Gate, Product, Draw, Finish };

struct KernelErrors {
    double largest = 0;
    double otherDraws = 0;
};
/// runtime::checkOps() for a format of CUDA's.
[[nodiscard]] KernelErrors kernelErrors(backend::NumberFormat format, Fault fault = Fault::None);

} // namespace parley::test
