// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "cuda/row_product.h"

namespace parley::cuda {

namespace {

template <typename T>
struct PlainFormat {
    static constexpr unsigned kEach = sizeof(Words) / sizeof(T);
    using Weights = Vector<T, kEach>;
    using Row = Vector<T, kEach>;

    std::int64_t chunks;
    const T* w; ///< [outputs, chunks, kEach]
    const T* x; ///< [rows, chunks, kEach]

    [[nodiscard]] PARLEY_DEVICE Weights weights(std::int64_t output, std::int64_t chunk) const {
        return load<Weights>(w + (output * chunks + chunk) * kEach);
    }
    [[nodiscard]] PARLEY_DEVICE Row row(std::int64_t row, std::int64_t chunk) const {
        return load<Row>(x + (row * chunks + chunk) * kEach);
    }
    [[nodiscard]] PARLEY_DEVICE float dot(const Weights& weights, const Row& row) const {
        float sum = 0;
        for (unsigned i = 0; i < kEach; ++i) {
            sum += static_cast<float>(weights.values[i]) * static_cast<float>(row.values[i]);
        }
        return sum;
    }
    [[nodiscard]] PARLEY_DEVICE float factor(std::int64_t /*output*/) const { return 1.0F; }
};

template <unsigned Rows, typename T>
PARLEY_KERNEL plainKernel(PlainProduct work) {
    const PlainFormat<T> format{work.inputs / PlainFormat<T>::kEach, static_cast<const T*>(work.weights),
                                static_cast<const T*>(work.x)};
    multiplyFewRows<Rows, T>(format, work, work.rows);
}

} // namespace

bool canMultiplyPlain(const PlainProduct& work) noexcept {
    return work.rows <= kMostPlainRows && work.inputs % PlainFormat<c10::Half>::kEach == 0;
}

void multiplyPlain(const PlainProduct& work, Stream stream) {
    withType(work.format, [&](auto zero) {
        withRows<kMostPlainRows>(work.rows, [&](auto rows) {
            launch(&plainKernel<rows(), decltype(zero)>, productGrid(work, 1), kProductThreads, stream, work);
        });
    });
}

} // namespace parley::cuda
