// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "accelerator/device_convolution.h"

#include "codec/reach.h"

#include <ATen/TensorOperators.h>
#include <ATen/ops/addcmul.h>
#include <ATen/ops/conv1d.h>
#include <ATen/ops/conv_transpose1d.h>

namespace parley::accelerator {

DeviceConvolution::DeviceConvolution(codec::CodecWeights& weights, const std::string& name, Shape shape,
                                     at::Device device)
    : m_shape(shape), m_weight(weights.take(name + ".weight").to(device)),
      m_bias(weights.take(name + ".bias").to(device)) {}

at::Tensor DeviceConvolution::operator()(const at::Tensor& x) const {
    return at::conv1d(x, m_weight, m_bias, m_shape.stride, m_shape.padding, m_shape.dilation);
}

DeviceUpsampling::DeviceUpsampling(codec::CodecWeights& weights, const std::string& name, std::int64_t stride,
                                   at::Device device)
    : m_stride(stride), m_weight(weights.take(name + ".weight").to(device)),
      m_bias(weights.take(name + ".bias").to(device)) {}

at::Tensor DeviceUpsampling::operator()(const at::Tensor& x) const {
    const std::int64_t padding = (m_stride + 1) / 2;
    return at::conv_transpose1d(x, m_weight, m_bias, m_stride, padding, /*output_padding=*/m_stride % 2);
}

DeviceSnake::DeviceSnake(codec::CodecWeights& weights, const std::string& name, at::Device device)
    : m_alpha(weights.take(name + ".alpha").view({1, -1, 1}).to(device)), m_scale((m_alpha + 1e-9).reciprocal()) {}

at::Tensor DeviceSnake::operator()(const at::Tensor& x) const {
    return at::addcmul(x, (x * m_alpha).sin_().square_(), m_scale);
}

DeviceResidualUnits::DeviceResidualUnits(codec::CodecWeights& weights, const std::string& block, at::Device device) {
    for (std::size_t i = 0; i < codec::kUnitDilations.size(); ++i) {
        const std::string at = block + "res_unit" + std::to_string(i + 1);
        const std::int64_t dilation = codec::kUnitDilations[i];
        const std::int64_t padding = codec::kUnitTaps / 2 * dilation;
        m_units.push_back(
            {DeviceSnake(weights, at + ".snake1", device),
             DeviceConvolution(weights, at + ".conv1", {.padding = padding, .dilation = dilation}, device),
             DeviceSnake(weights, at + ".snake2", device), DeviceConvolution(weights, at + ".conv2", {}, device)});
    }
}

at::Tensor DeviceResidualUnits::operator()(at::Tensor x) const {
    for (const Unit& unit : m_units) {
        x = x + unit.conv2(unit.snake2(unit.conv1(unit.snake1(x))));
    }
    return x;
}

} // namespace parley::accelerator
