// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cuda/device_code.h"

#include <cmath>
#include <type_traits>

// y [rows, outputs] = x · Wᵀ for few rows, where reading W is all that takes time: a warp reads a few rows of W from
// beginning to end, its lanes in turns. For files that nvcc compiles.
//
// A Format says what W and x are made of:
//   chunks                     pieces of a row of W, 16 bytes each
//   Weights, weights(o, c)     piece c of row o
//   Row, row(r, c)             the same inputs of row r of x
//   dot(Weights, Row)          what they add to the sum
//   factor(o)                  what row o's sum is multiplied with at the end
namespace parley::cuda {

inline constexpr unsigned kProductThreads = 128;
inline constexpr unsigned kProductWarps = kProductThreads / kWarp;
inline constexpr unsigned kProductOutputs = 2; ///< rows of W that a warp reads side by side

/// What a warp computes: outputs `first`, `first + apart`, … of Rows rows of x, the first of them `row`.
struct WarpWork {
    std::int64_t first = 0;
    std::int64_t apart = 1;
    std::int64_t row = 0;
};

/// Behind the last one, the last one is read again.
[[nodiscard]] PARLEY_DEVICE std::int64_t upTo(std::int64_t index, std::int64_t count) {
    return index < count ? index : count - 1;
}

/// W's pieces for one round of a lane.
template <typename Format, unsigned Ahead>
struct Round {
    typename Format::Weights weights[Ahead][kProductOutputs];

    PARLEY_DEVICE void read(const Format& format, const WarpWork& warp, std::int64_t outputs, std::int64_t chunk) {
        for (unsigned a = 0; a < Ahead; ++a, chunk += kWarp) {
            for (unsigned o = 0; o < kProductOutputs; ++o) {
                if (chunk < format.chunks) {
                    weights[a][o] = format.weights(upTo(warp.first + o * warp.apart, outputs), chunk);
                }
            }
        }
    }
};

/// sums [kProductOutputs][Rows] of the whole warp, for each of its lanes. A round's weights are under way while the
/// ones before are multiplied; the first ones, which nobody writes, while earlier kernels still make x.
template <typename Format, unsigned Rows>
PARLEY_DEVICE void sumProducts(const Format& format, const WarpWork& warp, std::int64_t outputs, std::int64_t rows,
                               float (*sums)[Rows]) {
    constexpr unsigned kAhead = Rows <= 4 ? 4 : 2;
    constexpr std::int64_t kStride = kWarp * kAhead;
    Round<Format, kAhead> next;
    std::int64_t chunk = threadIndex() % kWarp;
    next.read(format, warp, outputs, chunk);
    waitForEarlier();
    while (chunk < format.chunks) {
        const Round<Format, kAhead> now = next;
        next.read(format, warp, outputs, chunk + kStride);
        for (unsigned a = 0; a < kAhead; ++a) {
            if (chunk + a * kWarp >= format.chunks) {
                continue;
            }
            for (unsigned r = 0; r < Rows; ++r) {
                const auto x = format.row(upTo(warp.row + r, rows), chunk + a * kWarp);
                for (unsigned o = 0; o < kProductOutputs; ++o) {
                    sums[o][r] += format.dot(now.weights[a][o], x);
                }
            }
        }
        chunk += kStride;
    }
    for (unsigned o = 0; o < kProductOutputs; ++o) {
        for (unsigned r = 0; r < Rows; ++r) {
            sums[o][r] = warpSum(sums[o][r]) * format.factor(upTo(warp.first + o * warp.apart, outputs));
        }
    }
}

/// The kernels' common part.
template <unsigned Rows, typename T, typename Format>
PARLEY_DEVICE void multiplyFewRows(const Format& format, const PackedProduct& work) {
    static_assert(kProductOutputs == 2, "a gate and what it lets through");
    const std::int64_t index = blockIndex().x * kProductWarps + threadIndex() / kWarp;
    const std::int64_t width = work.isGated ? work.outputs / 2 : work.outputs; // of y
    const WarpWork warp{work.isGated ? index : index * kProductOutputs, work.isGated ? width : 1,
                        blockIndex().y * Rows};
    letNextStart();
    if (warp.first >= width) {
        return;
    }
    float sums[kProductOutputs][Rows] = {};
    sumProducts<Format, Rows>(format, warp, work.outputs, work.x.rows, sums);
    if (threadIndex() % kWarp != 0) {
        return;
    }
    for (unsigned r = 0; r < Rows && warp.row + r < work.x.rows; ++r) {
        T* const y = static_cast<T*>(work.y) + (warp.row + r) * width + warp.first;
        if (work.isGated) {
            y[0] = static_cast<T>(sums[0][r] / (1.0F + expf(-sums[0][r])) * sums[1][r]);
            continue;
        }
        for (unsigned o = 0; o < kProductOutputs && warp.first + o < width; ++o) {
            y[o] = static_cast<T>(sums[o][r]);
        }
    }
}

/// Calls work with the number of rows that are computed together, up to Most, as a constant.
template <unsigned Most, typename Work>
void withRows(std::int64_t rows, const Work& work) {
    if constexpr (Most > 1) {
        if (rows <= Most / 2) {
            return withRows<Most / 2>(rows, work);
        }
    }
    work(std::integral_constant<unsigned, Most>{});
}

/// Its blocks, where so many rows of x are computed together.
inline Grid productGrid(const PackedProduct& work, std::int64_t rows) {
    const std::int64_t warps = work.isGated ? work.outputs / 2 : piecesOf(work.outputs, kProductOutputs);
    return {piecesOf(warps, kProductWarps), piecesOf(work.x.rows, rows)};
}

} // namespace parley::cuda
