// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "backend/device_memory.h"

#include "backend/free_memory.h"

#include <ATen/Context.h>
#include <ATen/DeviceAccelerator.h>
#include <ATen/detail/MPSHooksInterface.h>

#include <algorithm>
#include <cstdlib>

#ifdef __GLIBC__
#include <malloc.h>
#endif

namespace parley::backend {

namespace {

std::uint64_t freeOfMps() {
    const at::MPSHooksInterface& hooks = at::detail::getMPSHooks();
    const std::uint64_t most = hooks.getRecommendedMaxMemory();
    return most - std::min<std::uint64_t>(most, hooks.getCurrentAllocatedMemory());
}

std::uint64_t freeOfCuda(c10::DeviceIndex index) {
    at::globalContext().lazyInitDevice(at::kCUDA); // before it, the allocator has nothing to tell
    const auto [free, total] = at::accelerator::getMemoryInfo(index);
    const auto stats = at::accelerator::getDeviceStats(index);
    constexpr auto kAll = static_cast<std::size_t>(c10::CachingAllocator::StatType::AGGREGATE);
    const std::int64_t unused = stats.reserved_bytes[kAll].current - stats.allocated_bytes[kAll].current;
    return free + static_cast<std::uint64_t>(std::max<std::int64_t>(unused, 0));
}

} // namespace

std::uint64_t freeBytesOf(at::Device device) {
    if (device.is_cpu() || std::getenv("PARLEY_FREE_MEMORY") != nullptr) { // NOLINT: nobody sets it while we run
        return freeMainMemoryBytes();
    }
    return device.is_mps() ? freeOfMps() : freeOfCuda(std::max<c10::DeviceIndex>(device.index(), 0));
}

void releaseUnused(at::Device device) {
    if (device.is_mps()) {
        at::detail::getMPSHooks().emptyCache();
    }
}

void giveBack(at::Device device) {
    if (device.is_cuda() && at::getDeviceAllocator(at::kCUDA)->initialized()) {
        at::accelerator::emptyCache();
    }
    releaseUnused(device);
#ifdef __GLIBC__
    // It keeps what was freed in small pieces for itself.
    (void)malloc_trim(0);
#endif
}

void allowTf32(bool allowed) {
    at::globalContext().setAllowTF32CuDNN(allowed); // torch allows it by default, for convolutions
    at::globalContext().setAllowTF32CuBLAS(allowed);
}

void prepareDevice(at::Device device, bool tf32) {
    if (!device.is_cuda()) {
        return;
    }
    at::globalContext().lazyInitDevice(at::kCUDA);
    at::accelerator::setDeviceIndex(std::max<c10::DeviceIndex>(device.index(), 0));
    at::globalContext().setBenchmarkCuDNN(false);
    at::globalContext().setDeterministicCuDNN(true);
    // Sums of 16-bit products are float32 to their end.
    at::globalContext().setAllowFP16ReductionCuBLAS(false);
    at::globalContext().setAllowBF16ReductionCuBLAS(false);
    allowTf32(tf32);
}

} // namespace parley::backend
