// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "cuda/device_code.h"

#include <type_traits>

namespace parley::cuda {

namespace {

constexpr unsigned kThreads = 128;
constexpr unsigned kWarps = kThreads / kWarp;
constexpr unsigned kOutputs = 2; ///< rows of W that a warp reads side by side, for more reading under way at a time
constexpr std::int64_t kMostRows = 16;
constexpr std::int64_t kChunk = sizeof(Words);

/// Where a warp works: it computes kOutputs outputs for Rows rows, the first of them these.
struct Place {
    std::int64_t output = 0;
    std::int64_t row = 0;
};

template <unsigned Rows>
PARLEY_DEVICE Place placeOfWarp() {
    return {(blockIndex().x * kWarps + threadIndex() / kWarp) * kOutputs, blockIndex().y * Rows};
}

/// Behind the last one, the last one is read again.
PARLEY_DEVICE std::int64_t upTo(std::int64_t index, std::int64_t count) {
    return index < count ? index : count - 1;
}

PARLEY_DEVICE std::int32_t dotChunk(const Words& a, const Words& b, std::int32_t sum) {
    for (unsigned i = 0; i < 4; ++i) {
        sum = dotBytes(a.values[i], b.values[i], sum);
    }
    return sum;
}

template <unsigned Rows, typename T>
PARLEY_DEVICE void store(const PackedProduct& work, const Place& place, unsigned output, unsigned row, float sum) {
    if (threadIndex() % kWarp == 0 && place.output + output < work.outputs && place.row + row < work.x.rows) {
        static_cast<T*>(work.y)[(place.row + row) * work.outputs + place.output + output] = static_cast<T>(sum);
    }
}

/// Lanes take turns with chunks of 16 inputs.
template <unsigned Rows, typename T>
PARLEY_KERNEL int8Kernel(PackedProduct work) {
    const Place place = placeOfWarp<Rows>();
    if (place.output >= work.outputs) {
        return;
    }
    const auto* const weights = static_cast<const std::int8_t*>(work.weights);
    const std::int64_t blocks = work.x.inputs / kBlock;
    float sums[kOutputs][Rows] = {};
    for (std::int64_t i = threadIndex() % kWarp * kChunk; i < work.x.inputs; i += kWarp * kChunk) {
        Words w[kOutputs];
        for (unsigned o = 0; o < kOutputs; ++o) {
            w[o] = load<Words>(weights + upTo(place.output + o, work.outputs) * work.x.inputs + i);
        }
        for (unsigned r = 0; r < Rows; ++r) {
            const std::int64_t row = upTo(place.row + r, work.x.rows);
            const Words x = load<Words>(work.x.values + row * work.x.inputs + i);
            const float scale = work.x.scales[row * blocks + i / kBlock];
            for (unsigned o = 0; o < kOutputs; ++o) {
                sums[o][r] += scale * static_cast<float>(dotChunk(w[o], x, 0));
            }
        }
    }
    for (unsigned o = 0; o < kOutputs; ++o) {
        const float scale = static_cast<const float*>(work.scales)[upTo(place.output + o, work.outputs)];
        for (unsigned r = 0; r < Rows; ++r) {
            store<Rows, T>(work, place, o, r, warpSum(sums[o][r]) * scale);
        }
    }
}

/// Lanes take turns with blocks of 32 inputs, in 16 bytes.
template <unsigned Rows, typename T>
PARLEY_KERNEL int4Kernel(PackedProduct work) {
    const Place place = placeOfWarp<Rows>();
    if (place.output >= work.outputs) {
        return;
    }
    const std::int64_t blocks = work.x.inputs / kBlock;
    float sums[kOutputs][Rows] = {};
    for (std::int64_t block = threadIndex() % kWarp; block < blocks; block += kWarp) {
        Words lower[kOutputs];
        Words upper[kOutputs];
        float scales[kOutputs];
        for (unsigned o = 0; o < kOutputs; ++o) {
            const std::int64_t at = upTo(place.output + o, work.outputs) * blocks + block;
            const Words both = load<Words>(static_cast<const std::int8_t*>(work.weights) + at * kChunk);
            for (unsigned i = 0; i < 4; ++i) {
                lower[o].values[i] = both.values[i] & 0x0F0F0F0FU;
                upper[o].values[i] = both.values[i] >> 4U & 0x0F0F0F0FU;
            }
            scales[o] = static_cast<float>(static_cast<const c10::BFloat16*>(work.scales)[at]);
        }
        for (unsigned r = 0; r < Rows; ++r) {
            const std::int64_t at = upTo(place.row + r, work.x.rows) * blocks + block;
            const Words first = load<Words>(work.x.values + at * kBlock);
            const Words second = load<Words>(work.x.values + at * kBlock + kChunk);
            const float scale = work.x.scales[at];
            for (unsigned o = 0; o < kOutputs; ++o) {
                const std::int32_t dot = dotChunk(upper[o], second, dotChunk(lower[o], first, -8 * work.x.sums[at]));
                sums[o][r] += scale * scales[o] * static_cast<float>(dot);
            }
        }
    }
    for (unsigned o = 0; o < kOutputs; ++o) {
        for (unsigned r = 0; r < Rows; ++r) {
            store<Rows, T>(work, place, o, r, warpSum(sums[o][r]));
        }
    }
}

/// Calls work with the number of rows that are computed together, as a constant.
template <typename Work>
void withRows(std::int64_t rows, const Work& work) {
    if (rows <= 1) {
        work(std::integral_constant<unsigned, 1>{});
    } else if (rows <= 2) {
        work(std::integral_constant<unsigned, 2>{});
    } else if (rows <= 4) {
        work(std::integral_constant<unsigned, 4>{});
    } else if (rows <= 8) {
        work(std::integral_constant<unsigned, 8>{});
    } else {
        work(std::integral_constant<unsigned, kMostRows>{});
    }
}

Grid gridFor(const PackedProduct& work, std::int64_t rows) {
    return {piecesOf(work.outputs, kWarps * kOutputs), piecesOf(work.x.rows, rows)};
}

} // namespace

void multiplyInt8(const PackedProduct& work, Stream stream) {
    withType(work.format, [&](auto zero) {
        withRows(work.x.rows, [&](auto rows) {
            launch(&int8Kernel<rows(), decltype(zero)>, gridFor(work, rows()), kThreads, stream, work);
        });
    });
}

void multiplyInt4(const PackedProduct& work, Stream stream) {
    withType(work.format, [&](auto zero) {
        withRows(work.x.rows, [&](auto rows) {
            launch(&int4Kernel<rows(), decltype(zero)>, gridFor(work, rows()), kThreads, stream, work);
        });
    });
}

} // namespace parley::cuda
