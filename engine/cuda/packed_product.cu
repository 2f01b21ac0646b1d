// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "cuda/row_product.h"

namespace parley::cuda {

namespace {

constexpr unsigned kMostRows = 16;
constexpr std::int64_t kChunk = sizeof(Words);

PARLEY_DEVICE std::int32_t dotWords(const Words& a, const Words& b, std::int32_t sum) {
    for (unsigned i = 0; i < 4; ++i) {
        sum = dotBytes(a.values[i], b.values[i], sum);
    }
    return sum;
}

/// 16 inputs a piece; a scale a row of W.
struct Int8Format {
    using Weights = Words;
    struct Row {
        Words values;
        float scale;
    };

    std::int64_t chunks;
    const std::int8_t* w;
    const float* scales;
    QuantizedRows x;

    [[nodiscard]] PARLEY_DEVICE Weights weights(std::int64_t output, std::int64_t chunk) const {
        return load<Words>(w + (output * chunks + chunk) * kChunk);
    }
    [[nodiscard]] PARLEY_DEVICE Row row(std::int64_t row, std::int64_t chunk) const {
        const std::int64_t at = row * chunks + chunk;
        return {load<Words>(x.values + at * kChunk), x.scales[at / (kBlock / kChunk)]};
    }
    [[nodiscard]] PARLEY_DEVICE float dot(const Weights& weights, const Row& row) const {
        return row.scale * static_cast<float>(dotWords(weights, row.values, 0));
    }
    [[nodiscard]] PARLEY_DEVICE float factor(std::int64_t output) const { return scales[output]; }
};

/// 32 inputs a piece, each with a scale of its own.
struct Int4Format {
    struct Weights {
        Words values;
        float scale;
    };
    struct Row {
        Words first;
        Words second;
        float scale;
        std::int32_t sum;
    };

    std::int64_t chunks;
    const std::int8_t* w;
    const c10::BFloat16* scales;
    QuantizedRows x;

    [[nodiscard]] PARLEY_DEVICE Weights weights(std::int64_t output, std::int64_t chunk) const {
        const std::int64_t at = output * chunks + chunk;
        return {load<Words>(w + at * kChunk), static_cast<float>(scales[at])};
    }
    [[nodiscard]] PARLEY_DEVICE Row row(std::int64_t row, std::int64_t chunk) const {
        const std::int64_t at = row * chunks + chunk;
        return {load<Words>(x.values + at * kBlock), load<Words>(x.values + at * kBlock + kChunk), x.scales[at],
                x.sums[at]};
    }
    [[nodiscard]] PARLEY_DEVICE float dot(const Weights& weights, const Row& row) const {
        Words lower;
        Words upper;
        for (unsigned i = 0; i < 4; ++i) {
            lower.values[i] = weights.values.values[i] & 0x0F0F0F0FU;
            upper.values[i] = weights.values.values[i] >> 4U & 0x0F0F0F0FU;
        }
        const std::int32_t sum = dotWords(upper, row.second, dotWords(lower, row.first, -8 * row.sum));
        return row.scale * weights.scale * static_cast<float>(sum);
    }
    [[nodiscard]] PARLEY_DEVICE float factor(std::int64_t /*output*/) const { return 1.0F; }
};

template <unsigned Rows, typename T>
PARLEY_KERNEL int8Kernel(PackedProduct work) {
    const Int8Format format{work.x.inputs / kChunk, static_cast<const std::int8_t*>(work.weights),
                            static_cast<const float*>(work.scales), work.x};
    multiplyFewRows<Rows, T>(format, work);
}

template <unsigned Rows, typename T>
PARLEY_KERNEL int4Kernel(PackedProduct work) {
    const Int4Format format{work.x.inputs / kBlock, static_cast<const std::int8_t*>(work.weights),
                            static_cast<const c10::BFloat16*>(work.scales), work.x};
    multiplyFewRows<Rows, T>(format, work);
}

} // namespace

void multiplyInt8(const PackedProduct& work, Stream stream) {
    withType(work.format, [&](auto zero) {
        withRows<kMostRows>(work.x.rows, [&](auto rows) {
            launch(&int8Kernel<rows(), decltype(zero)>, productGrid(work, rows()), kProductThreads, stream, work);
        });
    });
}

void multiplyInt4(const PackedProduct& work, Stream stream) {
    withType(work.format, [&](auto zero) {
        withRows<kMostRows>(work.x.rows, [&](auto rows) {
            launch(&int4Kernel<rows(), decltype(zero)>, productGrid(work, rows()), kProductThreads, stream, work);
        });
    });
}

} // namespace parley::cuda
