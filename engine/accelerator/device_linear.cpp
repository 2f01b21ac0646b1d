// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "accelerator/device_linear.h"

#include <ATen/TensorOperators.h>
#include <ATen/ops/_convert_weight_to_int4pack.h>
#include <ATen/ops/_convert_weight_to_int4pack_for_cpu.h>
#include <ATen/ops/_weight_int4pack_mm.h>
#include <ATen/ops/_weight_int4pack_mm_for_cpu.h>
#include <ATen/ops/_weight_int8pack_mm.h>
#include <ATen/ops/cat.h>
#include <ATen/ops/linear.h>

#include <utility>

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

DeviceLinear::DeviceLinear(at::Tensor weight) : m_weight(std::move(weight)) {}

DeviceLinear::DeviceLinear(const at::Tensor& weight, NumberFormat format, at::Device device, at::ScalarType activations)
    : m_format(format) {
    if (format == NumberFormat::Int8) {
        constexpr double kMost = 127;
        const at::Tensor scales = weight.abs().amax(1, /*keepdim=*/true).div(kMost).clamp_min(kTiny);
        m_weight = weight.div(scales).round().to(at::kChar).to(device);
        m_scales = scales.squeeze(1).to(activations).to(device);
        return;
    }
    constexpr double kMost = 15;
    constexpr double kMiddle = 8; // what the operators take for zero
    const at::Tensor groups = weight.view({weight.size(0), -1, kInt4Group});
    const at::Tensor lowest = groups.amin(-1, /*keepdim=*/true);
    const at::Tensor scales = (groups.amax(-1, /*keepdim=*/true) - lowest).div(kMost).clamp_min(kTiny);
    m_weight = packInt4((groups - lowest).div(scales).round().clamp(0, kMost).view_as(weight), device);
    const at::Tensor both = at::cat({scales, lowest + scales * kMiddle}, -1); // [out, in / 32, 2]
    m_scales = both.transpose(0, 1).contiguous().to(int4Type(device, activations)).to(device);
}

at::Tensor DeviceLinear::operator()(const at::Tensor& x) const {
    if (m_format == NumberFormat::Int8) {
        return at::_weight_int8pack_mm(x.contiguous(), m_weight, m_scales);
    }
    if (m_format != NumberFormat::Int4) {
        return at::linear(x, m_weight);
    }
    const at::Tensor rows = x.to(m_scales.scalar_type()).contiguous();
    const at::Tensor y = x.is_cpu() ? at::_weight_int4pack_mm_for_cpu(rows, m_weight, kInt4Group, m_scales)
                                    : at::_weight_int4pack_mm(rows, m_weight, kInt4Group, m_scales);
    return y.to(x.scalar_type());
}

} // namespace parley::accelerator
