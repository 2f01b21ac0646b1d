// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "codec/codec_weights.h"

#include <ATen/core/Tensor.h>

#include <array>
#include <cstdint>
#include <string>

namespace parley::accelerator {

// Sound and what it is made from lie as [1, C, T] float32 on a device.

/// A convolution over time.
class DeviceConvolution {
public:
    struct Shape {
        std::int64_t stride = 1;
        std::int64_t padding = 0; ///< zeros on either side
        std::int64_t dilation = 1;
    };
    /// Takes `name`.weight [outputs, channels, taps] and `name`.bias [outputs].
    DeviceConvolution(codec::CodecWeights& weights, const std::string& name, Shape shape, at::Device device);

    [[nodiscard]] at::Tensor operator()(const at::Tensor& x) const;

private:
    Shape m_shape;
    at::Tensor m_weight;
    at::Tensor m_bias;
};

/// A transposed one with a kernel of two strides: `stride` moments for each.
class DeviceUpsampling {
public:
    /// Takes `name`.weight [channels, outputs, 2 · stride] and `name`.bias [outputs].
    DeviceUpsampling(codec::CodecWeights& weights, const std::string& name, std::int64_t stride, at::Device device);

    [[nodiscard]] at::Tensor operator()(const at::Tensor& x) const; ///< [1, C, T] → [1, C', stride · T]

private:
    std::int64_t m_stride;
    at::Tensor m_weight;
    at::Tensor m_bias;
};

/// x + sin²(αx) / (α + 1e-9), α per channel (https://arxiv.org/abs/2006.08195).
class DeviceSnake {
public:
    DeviceSnake(codec::CodecWeights& weights, const std::string& name, at::Device device);

    [[nodiscard]] at::Tensor operator()(const at::Tensor& x) const;

private:
    at::Tensor m_alpha; ///< [1, C, 1]
    at::Tensor m_scale; ///< 1 / (α + 1e-9)
};

/// A block's three residual units: snake, convolution of 7 with a dilation, snake, convolution of 1; added to the
/// input.
class DeviceResidualUnits {
public:
    DeviceResidualUnits(codec::CodecWeights& weights, const std::string& block, at::Device device);

    [[nodiscard]] at::Tensor operator()(at::Tensor x) const;

private:
    struct Unit {
        DeviceSnake snake1;
        DeviceConvolution conv1;
        DeviceSnake snake2;
        DeviceConvolution conv2;
    };
    std::vector<Unit> m_units;
};

} // namespace parley::accelerator
