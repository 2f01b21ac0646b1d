// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "accelerator/packed_matrix.h"

#include <ATen/TensorOperators.h>
#include <ATen/ops/_convert_weight_to_int4pack.h>
#include <ATen/ops/_convert_weight_to_int4pack_for_cpu.h>
#include <ATen/ops/_weight_int4pack_mm.h>
#include <ATen/ops/_weight_int4pack_mm_for_cpu.h>
#include <ATen/ops/_weight_int8pack_mm.h>
#include <ATen/ops/cat.h>

namespace parley::accelerator {

namespace {

using backend::NumberFormat;

constexpr double kTiny = 1e-12; ///< the scale of weights that are all zero

/// Tiles of inputs that lie together; any of 2, 4 and 8 will do.
constexpr std::int64_t kInnerTiles = 2;

/// values [out, in]: whole numbers from 0 to 15.
at::Tensor packInt4(const at::Tensor& values, at::Device device) {
    if (device.is_cpu()) {
        return at::_convert_weight_to_int4pack_for_cpu(values.to(at::kInt), kInnerTiles);
    }
    // GPUs take two to a byte, the first one in the upper half.
    const at::Tensor pairs = values.to(at::kByte).view({values.size(0), values.size(1) / 2, 2});
    const at::Tensor bytes = pairs.select(2, 0).mul(16).add(pairs.select(2, 1)).contiguous();
    return at::_convert_weight_to_int4pack(bytes.to(device), kInnerTiles);
}

/// CUDA's operator for int4 takes nothing else.
at::ScalarType int4Type(at::Device device, at::ScalarType activations) {
    return device.is_cuda() ? at::kBFloat16 : activations;
}

} // namespace

PackedMatrix packForTorch(const at::Tensor& weight, NumberFormat format, at::Device device,
                          at::ScalarType activations) {
    PackedMatrix matrix{.format = format, .outputs = weight.size(0), .inputs = weight.size(1)};
    if (format == NumberFormat::Int8) {
        constexpr double kMost = 127;
        const at::Tensor scales = weight.abs().amax(1, /*keepdim=*/true).div(kMost).clamp_min(kTiny);
        matrix.values = weight.div(scales).round().to(at::kChar).to(device);
        matrix.scales = scales.squeeze(1).to(activations).to(device); // [out]
        return matrix;
    }
    constexpr double kMost = 15;
    constexpr double kMiddle = 8; // what the operators take for zero
    const at::Tensor groups = weight.view({weight.size(0), -1, kInt4Group});
    const at::Tensor lowest = groups.amin(-1, /*keepdim=*/true);
    const at::Tensor scales = (groups.amax(-1, /*keepdim=*/true) - lowest).div(kMost).clamp_min(kTiny);
    matrix.values = packInt4((groups - lowest).div(scales).round().clamp(0, kMost).view_as(weight), device);
    const at::Tensor both = at::cat({scales, lowest + scales * kMiddle}, -1); // [out, in / 32, 2]
    matrix.scales = both.transpose(0, 1).contiguous().to(int4Type(device, activations)).to(device);
    return matrix;
}

at::Tensor multiplyByTorch(const at::Tensor& x, const PackedMatrix& matrix) {
    if (matrix.format == NumberFormat::Int8) {
        return at::_weight_int8pack_mm(x.contiguous(), matrix.values, matrix.scales);
    }
    const at::Tensor rows = x.to(matrix.scales.scalar_type()).contiguous();
    const at::Tensor y = x.is_cpu() ? at::_weight_int4pack_mm_for_cpu(rows, matrix.values, kInt4Group, matrix.scales)
                                    : at::_weight_int4pack_mm(rows, matrix.values, kInt4Group, matrix.scales);
    return y.to(x.scalar_type());
}

} // namespace parley::accelerator
