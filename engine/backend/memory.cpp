// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "backend/memory.h"

#include <ATen/ops/empty.h>
#include <sys/mman.h>

#include <cstdint>

namespace parley::backend {

namespace {

constexpr std::uintptr_t kHugePage = std::uintptr_t{2} << 20U;

} // namespace

at::Tensor emptyWeight(at::IntArrayRef sizes, at::ScalarType dtype) {
    at::Tensor tensor = at::empty(sizes, at::TensorOptions().dtype(dtype));
#ifdef __linux__
    const auto begin = reinterpret_cast<std::uintptr_t>(tensor.data_ptr());
    const std::uintptr_t first = (begin + kHugePage - 1) / kHugePage * kHugePage;
    const std::uintptr_t last = (begin + tensor.nbytes()) / kHugePage * kHugePage;
    if (last > first) {
        // Only advice: where it is refused, everything works as before.
        (void)madvise(reinterpret_cast<void*>(first), last - first, MADV_HUGEPAGE);
    }
#endif
    return tensor;
}

} // namespace parley::backend
