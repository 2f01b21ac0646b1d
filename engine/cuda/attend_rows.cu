// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "cuda/device_code.h"

#include <cmath>
#include <type_traits>

// Attention of one row a sequence in two passes, "flash decoding" (Dao et al., 2023): pieces of the cache side by side,
// each with a softmax of its own, then the pieces together.
namespace parley::cuda {

namespace {

constexpr unsigned kThreads = 256;
constexpr unsigned kLanes = 8; ///< threads that share a key
constexpr unsigned kTeams = kThreads / kLanes;
constexpr unsigned kPair = 2;             ///< dimensions that a thread reads of a value
constexpr std::int64_t kPiece = 64;       ///< keys of a block
constexpr std::int64_t kWholePiece = 256; ///< as long a window is one piece, where queries share no key

/// Of a part: the sum of weighted values [dim], then the highest score and the sum of weights.
PARLEY_DEVICE std::int64_t partSize(std::int64_t dim) {
    return dim + 2;
}

/// One block's share of a head and row.
template <typename T>
struct Share {
    const T* q; ///< [Group, Dim]
    const T* k; ///< [count, Dim]
    const T* v;
    std::int64_t count; ///< keys, at least 1
};

/// scores [Group, Piece] of the share's keys; teams take turns with them. All are in sync afterwards.
template <typename T, unsigned Group, unsigned Dim, unsigned Piece>
PARLEY_DEVICE void scoreKeys(const Share<T>& share, float* scores) {
    constexpr unsigned kDims = Dim / kLanes;
    const std::int64_t lane = threadIndex() % kLanes;
    const std::int64_t team = threadIndex() / kLanes;
    float query[Group][kDims];
    for (unsigned g = 0; g < Group; ++g) {
        const auto own = load<Vector<T, kDims>>(share.q + g * Dim + lane * kDims);
        for (unsigned d = 0; d < kDims; ++d) {
            query[g][d] = static_cast<float>(own.values[d]);
        }
    }
    Vector<T, kDims> keys[Piece / kTeams] = {}; // all are read before the first is used
    for (unsigned i = 0; i < Piece / kTeams; ++i) {
        const std::int64_t row = i * kTeams + team;
        if (row < share.count) {
            keys[i] = load<Vector<T, kDims>>(share.k + row * Dim + lane * kDims);
        }
    }
    for (unsigned i = 0; i < Piece / kTeams; ++i) {
        const std::int64_t row = i * kTeams + team;
        for (unsigned g = 0; g < Group; ++g) {
            float score = 0;
            for (unsigned d = 0; d < kDims; ++d) {
                score += query[g][d] * static_cast<float>(keys[i].values[d]);
            }
            for (unsigned bits = kLanes / 2; bits > 0; bits /= 2) {
                score += exchange(score, bits);
            }
            if (lane == 0) {
                scores[g * Piece + row] = row < share.count ? score : -INFINITY;
            }
        }
    }
    syncBlock();
}

/// Scores become weights that the highest of them is 1 of; a warp a query. highest, total [Group]. All are in sync
/// afterwards.
template <unsigned Group, unsigned Piece>
PARLEY_DEVICE void weighScores(float* scores, float* highest, float* total) {
    const unsigned query = threadIndex() / kWarp;
    if (query < Group) {
        const unsigned lane = threadIndex() % kWarp;
        float most = -INFINITY;
        for (unsigned i = lane; i < Piece; i += kWarp) {
            most = fmaxf(most, scores[query * Piece + i]);
        }
        for (unsigned bits = kWarp / 2; bits > 0; bits /= 2) {
            most = fmaxf(most, exchange(most, bits));
        }
        float sum = 0;
        for (unsigned i = lane; i < Piece; i += kWarp) {
            const float weight = expf(scores[query * Piece + i] - most);
            scores[query * Piece + i] = weight;
            sum += weight;
        }
        sum = warpSum(sum);
        if (lane == 0) {
            highest[query] = most;
            total[query] = sum;
        }
    }
    syncBlock();
}

/// sums [kThreads · kPair / Dim][Group][Dim]: weighted values, the keys shared out among the first axis. All are in
/// sync afterwards.
template <typename T, unsigned Group, unsigned Dim, unsigned Piece>
PARLEY_DEVICE void addValues(const Share<T>& share, const float* weights, float* sums) {
    constexpr unsigned kColumns = Dim / kPair;
    constexpr unsigned kTurns = kThreads / kColumns;
    const std::int64_t column = threadIndex() % kColumns * kPair;
    const std::int64_t turn = threadIndex() / kColumns;
    float own[Group][kPair] = {};
    PARLEY_UNROLLED
    for (std::int64_t row = turn; row < share.count; row += kTurns) {
        const auto value = load<Vector<T, kPair>>(share.v + row * Dim + column);
        for (unsigned g = 0; g < Group; ++g) {
            for (unsigned d = 0; d < kPair; ++d) {
                own[g][d] += weights[g * Piece + row] * static_cast<float>(value.values[d]);
            }
        }
    }
    for (unsigned g = 0; g < Group; ++g) {
        for (unsigned d = 0; d < kPair; ++d) {
            sums[(turn * Group + g) * Dim + column + d] = own[g][d];
        }
    }
    syncBlock();
}

/// A block a piece, head and row.
template <typename T, unsigned Group, unsigned Dim, unsigned Piece>
PARLEY_KERNEL attendKernel(AttendRows work) {
    constexpr unsigned kTurns = kThreads * kPair / Dim;
    PARLEY_SHARED float weights[Group * Piece];
    PARLEY_SHARED float highest[Group];
    PARLEY_SHARED float total[Group];
    PARLEY_SHARED float sums[kTurns * Group * Dim];
    beginAfterEarlier();
    const Grid at = blockIndex();
    const std::int64_t head = at.z * work.keys + at.y;
    const std::int64_t first = at.x * Piece;
    const std::int64_t left = work.lengths[at.z] - first;
    const std::int64_t cache = (head * work.cacheRows + first) * Dim;
    const Share<T> share{static_cast<const T*>(work.q) + head * Group * Dim, static_cast<const T*>(work.k) + cache,
                         static_cast<const T*>(work.v) + cache, left < Piece ? left : Piece};
    if (left <= 0) {
        return; // nobody reads it
    }
    scoreKeys<T, Group, Dim, Piece>(share, weights);
    weighScores<Group, Piece>(weights, highest, total);
    addValues<T, Group, Dim, Piece>(share, weights, sums);
    const std::int64_t part = (head * piecesOf(work.window, Piece) + at.x) * Group;
    for (unsigned i = threadIndex(); i < Group * Dim; i += kThreads) {
        const unsigned g = i / Dim;
        float sum = 0;
        for (unsigned turn = 0; turn < kTurns; ++turn) {
            sum += sums[turn * Group * Dim + i];
        }
        if (work.parts == nullptr) {
            static_cast<T*>(work.out)[head * Group * Dim + i] = static_cast<T>(sum / total[g]);
            continue;
        }
        float* const own = work.parts + (part + g) * partSize(Dim);
        own[i % Dim] = sum;
        if (i % Dim == 0) {
            own[Dim] = highest[g];
            own[Dim + 1] = total[g];
        }
    }
}

/// A block a query, head and row; a thread a dimension.
template <typename T, unsigned Group, unsigned Dim>
PARLEY_KERNEL joinKernel(AttendRows work) {
    beginAfterEarlier();
    const Grid at = blockIndex();
    const std::int64_t head = at.z * work.keys + at.y;
    const std::int64_t pieces = piecesOf(work.lengths[at.z], kPiece);
    const float* const parts = work.parts + (head * piecesOf(work.window, kPiece) * Group + at.x) * partSize(Dim);
    constexpr std::int64_t kNext = Group * (Dim + 2);
    float highest = -INFINITY;
    PARLEY_UNROLLED
    for (std::int64_t i = 0; i < pieces; ++i) {
        highest = fmaxf(highest, parts[i * kNext + Dim]);
    }
    float total = 0;
    float seen = 0;
    PARLEY_UNROLLED
    for (std::int64_t i = 0; i < pieces; ++i) {
        const float* const own = parts + i * kNext;
        const float weight = expf(own[Dim] - highest);
        total += own[Dim + 1] * weight;
        seen += own[threadIndex()] * weight;
    }
    static_cast<T*>(work.out)[(head * Group + at.x) * Dim + threadIndex()] = static_cast<T>(seen / total);
}

template <typename T, unsigned Group, unsigned Dim>
void attend(const AttendRows& work, Stream stream) {
    if constexpr (Group == 1) {
        if (work.parts == nullptr) {
            launch(&attendKernel<T, Group, Dim, kWholePiece>, {1, work.keys, work.rows}, kThreads, stream, work);
            return;
        }
    }
    launch(&attendKernel<T, Group, Dim, kPiece>, {piecesOf(work.window, kPiece), work.keys, work.rows}, kThreads,
           stream, work);
    if (work.parts != nullptr) {
        launch(&joinKernel<T, Group, Dim>, {Group, work.keys, work.rows}, Dim, stream, work);
    }
}

template <unsigned N>
using Constant = std::integral_constant<unsigned, N>;

/// Sizes of Dia's heads, and of the small model that a device is tried with.
template <typename Work>
void withSizes(std::int64_t group, std::int64_t dim, const Work& work) {
    const auto withGroup = [&](auto size) {
        switch (group) {
        case 1:
            return work(Constant<1>{}, size);
        case 2:
            return work(Constant<2>{}, size);
        default:
            return work(Constant<4>{}, size);
        }
    };
    dim == 128 ? withGroup(Constant<128>{}) : withGroup(Constant<8>{});
}

} // namespace

bool canAttend(std::int64_t group, std::int64_t dim) noexcept {
    return (dim == 128 || dim == 8) && (group == 1 || group == 2 || group == 4);
}

std::int64_t attendParts(const AttendRows& work) noexcept {
    const bool isWhole = work.window <= (work.group == 1 ? kWholePiece : kPiece);
    return isWhole ? 0 : work.rows * work.keys * piecesOf(work.window, kPiece) * work.group * (work.dim + 2);
}

void attendRows(const AttendRows& work, Stream stream) {
    withType(work.format, [&](auto zero) {
        withSizes(work.group, work.dim, [&](auto group, auto dim) {
            attend<decltype(zero), decltype(group)::value, decltype(dim)::value>(work, stream);
        });
    });
}

} // namespace parley::cuda
