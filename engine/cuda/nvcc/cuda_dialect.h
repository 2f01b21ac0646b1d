// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cuda/kernels.h"

#include <cuda_runtime.h>

#include <stdexcept>
#include <string>

// What the kernels' source needs of CUDA, by names of its own: tests bring another header of this name, by which the
// CPU runs the same source.
#define PARLEY_KERNEL __global__ void
#define PARLEY_DEVICE __device__ inline
#define PARLEY_SHARED __shared__
#define PARLEY_UNROLLED _Pragma("unroll 8") // of a loop, so that several rounds' reading is under way at a time

namespace parley::cuda {

struct Grid {
    std::int64_t x = 1;
    std::int64_t y = 1;
    std::int64_t z = 1;
};

PARLEY_DEVICE unsigned threadIndex() {
    return threadIdx.x;
}
PARLEY_DEVICE Grid blockIndex() {
    return {blockIdx.x, blockIdx.y, blockIdx.z};
}

/// Waits for all threads of the block.
PARLEY_DEVICE void syncBlock() {
    __syncthreads();
}

/// The value of the thread of this warp whose lane differs by these bits; all 32 lanes call it.
template <typename Value>
PARLEY_DEVICE Value exchange(Value value, unsigned bits) {
    return __shfl_xor_sync(0xFFFFFFFFU, value, static_cast<int>(bits));
}

/// sum + the products of four signed bytes each.
PARLEY_DEVICE std::int32_t dotBytes(std::uint32_t a, std::uint32_t b, std::int32_t sum) {
    return __dp4a(static_cast<int>(a), static_cast<int>(b), sum);
}

/// Kernels of one stream may begin before the ones before them have ended, where the GPU can do that ("programmatic
/// dependent launch", from Hopper on). So each waits before it touches what others write or read. Waiting is for all
/// that came before, since whatever came before has waited, too.
PARLEY_DEVICE void waitForEarlier() {
#if defined(__CUDA_ARCH__) && __CUDA_ARCH__ >= 900
    cudaGridDependencySynchronize();
#endif
}

/// The next kernel may begin, and wait, as soon as every block has come here.
PARLEY_DEVICE void letNextStart() {
#if defined(__CUDA_ARCH__) && __CUDA_ARCH__ >= 900
    cudaTriggerProgrammaticLaunchCompletion();
#endif
}

inline void check(cudaError_t error) {
    if (error != cudaSuccess) {
        throw std::runtime_error(std::string("CUDA error: ") + cudaGetErrorString(error));
    }
}

/// Whether kernels of the current device may begin early.
inline bool canStartEarly() {
    int device = 0;
    int major = 0;
    check(cudaGetDevice(&device));
    check(cudaDeviceGetAttribute(&major, cudaDevAttrComputeCapabilityMajor, device));
    return major >= 9;
}

template <typename Work>
void launch(void (*kernel)(Work), const Grid& grid, unsigned threads, Stream stream, const Work& work) {
    cudaLaunchAttribute early{};
    early.id = cudaLaunchAttributeProgrammaticStreamSerialization;
    early.val.programmaticStreamSerializationAllowed = 1;
    cudaLaunchConfig_t config{};
    config.gridDim = dim3(static_cast<unsigned>(grid.x), static_cast<unsigned>(grid.y), static_cast<unsigned>(grid.z));
    config.blockDim = dim3(threads);
    config.stream = stream;
    config.attrs = &early;
    config.numAttrs = canStartEarly() ? 1 : 0;
    check(cudaLaunchKernelEx(&config, kernel, work));
}

} // namespace parley::cuda
