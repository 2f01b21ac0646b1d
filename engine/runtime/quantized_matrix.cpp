// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "runtime/quantized_matrix.h"

#include "backend/parallel.h"
#include "checkpoint/quantized_source.h"
#include "kernels/linear_weights.h"
#include "kernels/quantize.h"

#include <array>
#include <cstring>

namespace parley::runtime {

namespace {

constexpr std::int64_t kRowsPerTask = 16;

static_assert(checkpoint::kQuantizedBlock == std::int64_t{kernels::kBlock});

template <typename Row>
void eachRow(std::int64_t rows, const Row& row) {
    backend::inPieces(rows, kRowsPerTask, [&](std::int64_t begin, std::int64_t end) {
        for (std::int64_t i = begin; i < end; ++i) {
            row(static_cast<std::size_t>(i));
        }
    });
}

} // namespace

QuantizedMatrix quantized8(const at::Tensor& weight) {
    const auto cols = static_cast<std::size_t>(weight.size(1));
    QuantizedMatrix held(weight.size(0), cols, sizeof(float));
    const auto* const from = weight.const_data_ptr<float>();
    eachRow(weight.size(0), [&](std::size_t row) {
        std::vector<float> padded(from + row * cols, from + (row + 1) * cols);
        padded.resize(kernels::paddedInputs(cols));
        std::vector<std::int8_t> out(padded.size());
        const float scale = kernels::quantizeRow8(padded.data(), padded.size(), out.data());
        std::memcpy(held.values.data() + row * cols, out.data(), cols);
        std::memcpy(held.scales.data() + row * sizeof scale, &scale, sizeof scale);
    });
    return held;
}

QuantizedMatrix quantized4(const at::Tensor& weight) {
    const auto cols = static_cast<std::size_t>(weight.size(1));
    const std::size_t blocks = cols / kernels::kBlock;
    QuantizedMatrix held(weight.size(0), cols / 2, blocks * sizeof(std::uint16_t));
    const auto* const from = weight.const_data_ptr<float>();
    eachRow(weight.size(0), [&](std::size_t row) {
        std::array<std::int8_t, kernels::kBlock> levels{};
        for (std::size_t block = 0; block < blocks; ++block) {
            const std::uint16_t scale =
                kernels::quantizeBlock4(from + row * cols + block * kernels::kBlock, levels.data());
            std::byte* const to = held.values.data() + row * held.valueBytes + block * kernels::kBlock / 2;
            for (std::size_t k = 0; k < kernels::kBlock; k += 2) {
                to[k / 2] = std::byte(static_cast<unsigned>(levels.at(k) + 8) |
                                      static_cast<unsigned>(levels.at(k + 1) + 8) << 4U);
            }
            std::memcpy(held.scales.data() + (row * blocks + block) * sizeof scale, &scale, sizeof scale);
        }
    });
    return held;
}

} // namespace parley::runtime
