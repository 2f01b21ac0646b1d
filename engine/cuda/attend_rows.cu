// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "cuda/device_code.h"

#include <cmath>
#include <type_traits>

// Attention of one row a sequence in two passes, "flash decoding" (Dao et al., 2023): pieces of the cache side by side,
// each with a softmax of its own, then the pieces together.
namespace parley::cuda {

namespace {

constexpr unsigned kThreads = 128;
constexpr unsigned kLanes = 8; ///< threads that share a key
constexpr unsigned kTeams = kThreads / kLanes;
constexpr std::int64_t kPiece = 128; ///< keys of a block

/// Of a part: the sum of weighted values [dim], then the highest score and the sum of weights.
PARLEY_DEVICE std::int64_t partSize(std::int64_t dim) {
    return dim + 2;
}

/// What one team of threads, or one piece of the cache, has seen of its keys for a query.
template <unsigned Dims>
struct Softmax {
    float highest = -INFINITY;
    float total = 0;
    float seen[Dims] = {}; ///< this lane's share of the values' dimensions

    PARLEY_DEVICE void add(float score, const float* value) {
        const float next = fmaxf(highest, score);
        const float fade = expf(highest - next);
        const float weight = expf(score - next);
        total = total * fade + weight;
        for (unsigned d = 0; d < Dims; ++d) {
            seen[d] = seen[d] * fade + weight * value[d];
        }
        highest = next;
    }
};

template <typename T, unsigned Dims>
PARLEY_DEVICE void widen(const T* from, float* to) {
    const auto numbers = load<Vector<T, Dims>>(from);
    for (unsigned d = 0; d < Dims; ++d) {
        to[d] = static_cast<float>(numbers.values[d]);
    }
}

/// Over parts [count][Group][dim + 2], by all threads of a block: `write(query, d, value)` for each number; and, where
/// they are wanted, the highest score and the sum of weights behind them.
template <unsigned Group, typename Write>
PARLEY_DEVICE void join(const float* parts, std::int64_t count, std::int64_t dim, bool isLast, const Write& write) {
    const std::int64_t each = partSize(dim);
    for (std::int64_t i = threadIndex(); i < Group * dim; i += kThreads) {
        const std::int64_t query = i / dim;
        const std::int64_t d = i % dim;
        float highest = -INFINITY;
        for (std::int64_t part = 0; part < count; ++part) {
            highest = fmaxf(highest, parts[(part * Group + query) * each + dim]);
        }
        float total = 0;
        float seen = 0;
        for (std::int64_t part = 0; part < count; ++part) {
            const float* const own = parts + (part * Group + query) * each;
            const float weight = own[dim + 1] == 0.0F ? 0.0F : expf(own[dim] - highest);
            total += own[dim + 1] * weight;
            seen += own[d] * weight;
        }
        write(query, d, isLast ? seen / total : seen);
        if (!isLast && d == 0) {
            write(query, dim, highest);
            write(query, dim + 1, total);
        }
    }
}

/// A block a piece, head and row. Teams take turns with keys.
template <typename T, unsigned Group, unsigned Dims>
PARLEY_KERNEL attendKernel(AttendRows work) {
    constexpr std::int64_t kDim = Dims * kLanes;
    PARLEY_SHARED float parts[kTeams * Group * (kDim + 2)];
    const Grid at = blockIndex();
    const std::int64_t head = at.z * work.keys + at.y;
    const std::int64_t length = work.lengths[at.z];
    const std::int64_t lane = threadIndex() % kLanes;
    const std::int64_t team = threadIndex() / kLanes;
    const T* const q = static_cast<const T*>(work.q) + head * Group * kDim + lane * Dims;
    const std::int64_t cache = head * work.cacheRows * kDim + lane * Dims;
    float query[Group][Dims];
    for (unsigned g = 0; g < Group; ++g) {
        widen<T, Dims>(q + g * kDim, query[g]);
    }
    Softmax<Dims> own[Group];
    for (std::int64_t i = team; i < kPiece; i += kTeams) {
        const std::int64_t row = at.x * kPiece + i;
        const bool isSeen = row < length;
        float key[Dims] = {};
        float value[Dims] = {};
        if (isSeen) {
            widen<T, Dims>(static_cast<const T*>(work.k) + cache + row * kDim, key);
            widen<T, Dims>(static_cast<const T*>(work.v) + cache + row * kDim, value);
        }
        for (unsigned g = 0; g < Group; ++g) {
            float score = 0;
            for (unsigned d = 0; d < Dims; ++d) {
                score += query[g][d] * key[d];
            }
            for (unsigned bits = kLanes / 2; bits > 0; bits /= 2) {
                score += exchange(score, bits); // all lanes of a warp, seen or not
            }
            if (isSeen) {
                own[g].add(score, value);
            }
        }
    }
    for (unsigned g = 0; g < Group; ++g) {
        float* const part = parts + (team * Group + g) * partSize(kDim);
        for (unsigned d = 0; d < Dims; ++d) {
            part[lane * Dims + d] = own[g].seen[d];
        }
        part[kDim] = own[g].highest; // the same in all lanes of a team
        part[kDim + 1] = own[g].total;
    }
    syncBlock();
    if (work.parts == nullptr) {
        T* const out = static_cast<T*>(work.out) + head * Group * kDim;
        join<Group>(parts, kTeams, kDim, /*isLast=*/true,
                    [&](std::int64_t g, std::int64_t d, float number) { out[g * kDim + d] = static_cast<T>(number); });
        return;
    }
    const std::int64_t pieces = piecesOf(work.window, kPiece);
    float* const out = work.parts + (head * pieces + at.x) * Group * partSize(kDim);
    join<Group>(parts, kTeams, kDim, /*isLast=*/false,
                [&](std::int64_t g, std::int64_t d, float number) { out[g * partSize(kDim) + d] = number; });
}

/// A block a head and row.
template <typename T, unsigned Group>
PARLEY_KERNEL joinKernel(AttendRows work) {
    const std::int64_t head = blockIndex().y * work.keys + blockIndex().x;
    const std::int64_t pieces = piecesOf(work.window, kPiece);
    T* const out = static_cast<T*>(work.out) + head * Group * work.dim;
    join<Group>(work.parts + head * pieces * Group * partSize(work.dim), pieces, work.dim, /*isLast=*/true,
                [&](std::int64_t g, std::int64_t d, float number) { out[g * work.dim + d] = static_cast<T>(number); });
}

template <typename T, unsigned Group, unsigned Dims>
void attend(const AttendRows& work, Stream stream) {
    launch(&attendKernel<T, Group, Dims>, {piecesOf(work.window, kPiece), work.keys, work.rows}, kThreads, stream,
           work);
    if (work.parts != nullptr) {
        launch(&joinKernel<T, Group>, {work.keys, work.rows}, kThreads, stream, work);
    }
}

template <unsigned N>
using Constant = std::integral_constant<unsigned, N>;

/// Sizes of Dia's heads, and of the small model that a device is tried with.
template <typename Work>
void withSizes(std::int64_t group, std::int64_t dim, const Work& work) {
    const auto withGroup = [&](auto dims) {
        switch (group) {
        case 1:
            return work(Constant<1>{}, dims);
        case 2:
            return work(Constant<2>{}, dims);
        default:
            return work(Constant<4>{}, dims);
        }
    };
    dim == 128 ? withGroup(Constant<16>{}) : withGroup(Constant<1>{});
}

} // namespace

bool canAttend(std::int64_t group, std::int64_t dim) noexcept {
    return (dim == 128 || dim == 8) && (group == 1 || group == 2 || group == 4);
}

std::int64_t attendParts(const AttendRows& work) noexcept {
    const std::int64_t pieces = piecesOf(work.window, kPiece);
    return pieces == 1 ? 0 : work.rows * work.keys * pieces * work.group * (work.dim + 2);
}

void attendRows(const AttendRows& work, Stream stream) {
    withType(work.format, [&](auto zero) {
        withSizes(work.group, work.dim, [&](auto group, auto dims) {
            attend<decltype(zero), decltype(group)::value, decltype(dims)::value>(work, stream);
        });
    });
}

} // namespace parley::cuda
