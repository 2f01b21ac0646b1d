// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cuda/kernels.h"
#include "support/cuda_on_cpu/block.h"

#include <cmath>
#include <cstdint>
#include <cstring>

// Stands in for engine/cuda/nvcc/cuda_dialect.h: the kernels' source as plain C++, a block at a time.
#define PARLEY_KERNEL void
#define PARLEY_DEVICE inline
#define PARLEY_SHARED static // one block at a time
#define PARLEY_UNROLLED

namespace parley::cuda {

struct Grid {
    std::int64_t x = 1;
    std::int64_t y = 1;
    std::int64_t z = 1;
};

inline Grid& currentBlock() {
    static Grid index;
    return index;
}
inline Grid blockIndex() {
    return currentBlock();
}
inline unsigned threadIndex() {
    return test::Block::current().thread();
}
inline void syncBlock() {
    test::Block::current().sync();
}

template <typename Value>
Value exchange(Value value, unsigned bits) {
    static_assert(sizeof(Value) == sizeof(std::uint32_t));
    std::uint32_t word = 0;
    std::memcpy(&word, &value, sizeof word);
    word = test::Block::current().exchange(word, bits);
    std::memcpy(&value, &word, sizeof word);
    return value;
}

inline std::int32_t dotBytes(std::uint32_t a, std::uint32_t b, std::int32_t sum) {
    for (unsigned shift = 0; shift < 32; shift += 8) {
        sum += static_cast<std::int8_t>(a >> shift) * static_cast<std::int8_t>(b >> shift);
    }
    return sum;
}

inline void waitForEarlier() {} // one kernel at a time
inline void letNextStart() {}

template <typename Work>
void launch(void (*kernel)(Work), const Grid& grid, unsigned threads, Stream /*stream*/, const Work& work) {
    Grid& at = currentBlock();
    for (at.z = 0; at.z < grid.z; ++at.z) {
        for (at.y = 0; at.y < grid.y; ++at.y) {
            for (at.x = 0; at.x < grid.x; ++at.x) {
                test::Block::current().run(threads, [&] { kernel(work); });
            }
        }
    }
}

} // namespace parley::cuda
