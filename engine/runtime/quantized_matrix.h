// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <ATen/core/Tensor.h>

#include <cstddef>
#include <cstdint>
#include <vector>

namespace parley::runtime {

/// A matrix's values and scales, row after row, as a smaller copy holds them (checkpoint/quantized_source.h).
struct QuantizedMatrix {
    std::vector<std::byte> values;
    std::vector<std::byte> scales;
    std::size_t valueBytes = 0; ///< of a row
    std::size_t scaleBytes = 0;

    QuantizedMatrix(std::int64_t rows, std::size_t valuesEach, std::size_t scalesEach)
        : values(static_cast<std::size_t>(rows) * valuesEach), scales(static_cast<std::size_t>(rows) * scalesEach),
          valueBytes(valuesEach), scaleBytes(scalesEach) {}
};

/// weight [rows, cols] float32, contiguous; cols is a multiple of 32. On all threads.
[[nodiscard]] QuantizedMatrix quantized8(const at::Tensor& weight);
[[nodiscard]] QuantizedMatrix quantized4(const at::Tensor& weight);

} // namespace parley::runtime
