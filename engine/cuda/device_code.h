// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cuda_dialect.h>
#include <torch/headeronly/util/BFloat16.h>
#include <torch/headeronly/util/Half.h>

#include <cstdint>

// What several kernels share; for files that nvcc compiles.
namespace parley::cuda {

inline constexpr unsigned kWarp = 32;

/// How a kernel begins that has nothing to do before others are done.
PARLEY_DEVICE void beginAfterEarlier() {
    letNextStart();
    waitForEarlier();
}

[[nodiscard]] PARLEY_DEVICE float warpSum(float value) {
    for (unsigned bits = kWarp / 2; bits > 0; bits /= 2) {
        value += exchange(value, bits);
    }
    return value;
}

/// The sum over a block of Threads threads, for each of them. All call it.
template <unsigned Threads>
[[nodiscard]] PARLEY_DEVICE float blockSum(float value) {
    PARLEY_SHARED float sums[Threads / kWarp];
    const float own = warpSum(value);
    syncBlock(); // whoever reads an earlier sum has done so
    sums[threadIndex() / kWarp] = own;
    syncBlock();
    float sum = 0;
    for (unsigned warp = 0; warp < Threads / kWarp; ++warp) {
        sum += sums[warp];
    }
    return sum;
}

/// So many numbers that lie together, read and written in as few pieces as their alignment allows.
template <typename T, unsigned Count>
struct alignas(sizeof(T) * Count < 16 ? sizeof(T) * Count : 16) Vector {
    T values[Count];
};
using Words = Vector<std::uint32_t, 4>;

template <typename V>
[[nodiscard]] PARLEY_DEVICE V load(const void* from) {
    return *static_cast<const V*>(from);
}

/// Calls work with a zero of the format's type.
template <typename Work>
void withType(Number number, const Work& work) {
    switch (number) {
    case Number::Float32:
        return work(float{});
    case Number::Float16:
        return work(c10::Half{});
    case Number::Bfloat16:
        return work(c10::BFloat16{});
    }
}

} // namespace parley::cuda
