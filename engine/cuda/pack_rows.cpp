// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "cuda/pack_rows.h"

#include "cuda/kernels.h"
#include "kernels/quantize.h"

#include <ATen/core/Tensor.h>
#include <ATen/ops/constant_pad_nd.h>
#include <ATen/ops/empty.h>

#include <array>
#include <cstdint>

namespace parley::cuda {

namespace {

constexpr std::int64_t kBlockBytes = kBlock / 2;

void packBlock4(const float* values, std::uint8_t* bytes, std::uint16_t* scale) {
    std::array<std::int8_t, kBlock> levels{};
    *scale = kernels::quantizeBlock4(values, levels.data());
    const auto level = [&](std::int64_t i) {
        return static_cast<unsigned>(levels.at(static_cast<std::size_t>(i)) + 8);
    };
    for (std::int64_t i = 0; i < kBlockBytes; ++i) {
        bytes[i] = static_cast<std::uint8_t>(level(i) | level(i + kBlockBytes) << 4U);
    }
}

} // namespace

accelerator::PackedMatrix packRows(const at::Tensor& weight, backend::NumberFormat format, at::Device device) {
    accelerator::PackedMatrix matrix;
    matrix.format = format;
    matrix.outputs = weight.size(0);
    matrix.inputs = weight.size(1);
    const std::int64_t blocks = piecesOf(matrix.inputs, kBlock);
    const std::int64_t padded = blocks * kBlock;
    const at::Tensor rows = at::constant_pad_nd(weight, {0, padded - matrix.inputs}).contiguous();
    const auto* const from = rows.const_data_ptr<float>();
    if (format == backend::NumberFormat::Int8) {
        const at::Tensor values = at::empty({matrix.outputs, padded}, at::kChar);
        const at::Tensor scales = at::empty({matrix.outputs}, at::kFloat);
        for (std::int64_t row = 0; row < matrix.outputs; ++row) {
            scales.mutable_data_ptr<float>()[row] =
                kernels::quantizeRow8(from + row * padded, static_cast<std::size_t>(padded),
                                      values.mutable_data_ptr<std::int8_t>() + row * padded);
        }
        matrix.values = values.to(device);
        matrix.scales = scales.to(device);
        return matrix;
    }
    const at::Tensor values = at::empty({matrix.outputs, blocks, kBlockBytes}, at::kByte);
    const at::Tensor scales = at::empty({matrix.outputs, blocks}, at::kBFloat16);
    for (std::int64_t block = 0; block < matrix.outputs * blocks; ++block) {
        packBlock4(from + block * kBlock, values.mutable_data_ptr<std::uint8_t>() + block * kBlockBytes,
                   static_cast<std::uint16_t*>(scales.mutable_data_ptr()) + block);
    }
    matrix.values = values.to(device);
    matrix.scales = scales.to(device);
    return matrix;
}

} // namespace parley::cuda
