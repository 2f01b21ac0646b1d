// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "cuda/device_code.h"

#include <cmath>

namespace parley::cuda {

namespace {

constexpr unsigned kThreads = 128;
constexpr unsigned kWarps = kThreads / kWarp;
static_assert(kBlock == kWarp, "a lane takes one value of a block");

constexpr float kTiny = 0x1p-100F; ///< as good as zero, as kernels::quantizeRow8() has it

/// A warp a block of values. Numbers that are none come out as a scale that is none.
template <typename T>
PARLEY_KERNEL quantizeKernel(Quantize work) {
    beginAfterEarlier();
    const std::int64_t blocks = work.to.inputs / kBlock;
    const std::int64_t block = blockIndex().x * kWarps + threadIndex() / kWarp;
    if (block >= blocks) {
        return;
    }
    const std::int64_t row = blockIndex().y;
    const std::int64_t i = block * kBlock + threadIndex() % kWarp;
    const T* const x = static_cast<const T*>(work.x) + row * work.width;
    const float value = i < work.width ? static_cast<float>(x[i]) : 0.0F;
    float largest = value - value == 0.0F ? fabsf(value) : INFINITY;
    for (unsigned bits = kWarp / 2; bits > 0; bits /= 2) {
        largest = fmaxf(largest, exchange(largest, bits));
    }
    const bool isNumber = largest < INFINITY;
    const float factor = isNumber && largest >= kTiny ? 127.0F / largest : 0.0F;
    const float rounded = isNumber ? rintf(value * factor) : 0.0F;
    const float sum = warpSum(rounded); // whole numbers below 2¹², so exact
    work.to.values[row * work.to.inputs + i] = static_cast<std::int8_t>(rounded);
    if (threadIndex() % kWarp == 0) {
        work.to.scales[row * blocks + block] = isNumber ? (factor == 0.0F ? 0.0F : largest / 127.0F) : NAN;
        work.to.sums[row * blocks + block] = static_cast<std::int32_t>(sum);
    }
}

} // namespace

void quantizeRows(const Quantize& work, Stream stream) {
    const Grid grid{piecesOf(work.to.inputs / kBlock, kWarps), work.to.rows};
    withType(work.format, [&](auto zero) { launch(&quantizeKernel<decltype(zero)>, grid, kThreads, stream, work); });
}

} // namespace parley::cuda
