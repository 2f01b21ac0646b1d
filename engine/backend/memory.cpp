// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "backend/memory.h"

#include <ATen/ops/empty.h>
#include <sys/mman.h>

#include <cstddef>
#include <cstdint>

namespace parley::backend {

namespace {

constexpr std::size_t kHugePage = std::size_t{2} << 20U;

} // namespace

at::Tensor emptyWeight(at::IntArrayRef sizes, at::ScalarType dtype) {
    at::Tensor tensor = at::empty(sizes, at::TensorOptions().dtype(dtype));
#ifdef __linux__
    auto* const bytes = static_cast<std::byte*>(tensor.data_ptr());
    const std::size_t first = (kHugePage - reinterpret_cast<std::uintptr_t>(bytes) % kHugePage) % kHugePage;
    if (tensor.nbytes() >= first + kHugePage) {
        // Only advice: where it is refused, everything works as before.
        (void)madvise(bytes + first, (tensor.nbytes() - first) / kHugePage * kHugePage, MADV_HUGEPAGE);
    }
#endif
    return tensor;
}

} // namespace parley::backend
