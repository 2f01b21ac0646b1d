// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/number_format.h"

#include <cstdint>
#include <initializer_list>

namespace parley::test {

// The kernels for NVIDIA GPUs, run by the CPU (support/cuda_on_cpu).

/// What is wrong with a kernel, to see that it is found.
enum class Fault { None, Embedding, Norm, Turn, Store, Attention, Gate, Product, GatedProduct, Draw, Finish };

struct KernelErrors {
    double largest = 0;
    double otherDraws = 0;
};
/// runtime::checkOps() for a format of CUDA's.
[[nodiscard]] KernelErrors kernelErrors(backend::NumberFormat format, Fault fault,
                                        std::initializer_list<std::int64_t> rows);

} // namespace parley::test
