// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "codec/codec_weights.h"

#include <ATen/core/Tensor.h>

#include <stop_token>
#include <string>
#include <vector>

namespace parley::codec {

/// A convolution over time, x [1, in, T].
struct Conv1d {
    Conv1d() = default;
    Conv1d(CodecWeights& weights, const std::string& name, std::int64_t strideBy, std::int64_t padBy,
           std::int64_t dilateBy = 1);
    [[nodiscard]] at::Tensor operator()(const at::Tensor& x) const;

    at::Tensor weight; ///< [out, in, kernel]
    at::Tensor bias;   ///< [out]
    std::int64_t stride = 1;
    std::int64_t padding = 0;
    std::int64_t dilation = 1;
};

/// The convolution that turns T frames into stride · T, kernel 2 · stride.
struct ConvTranspose1d {
    ConvTranspose1d(CodecWeights& weights, const std::string& name, std::int64_t strideBy);
    [[nodiscard]] at::Tensor operator()(const at::Tensor& x) const;

    at::Tensor weight; ///< [in, out, kernel]
    at::Tensor bias;   ///< [out]
    std::int64_t stride;
};

/// x + sin²(αx) / (α + 1e-9), α per channel (https://arxiv.org/abs/2006.08195).
struct Snake {
    Snake(CodecWeights& weights, const std::string& name);
    [[nodiscard]] at::Tensor operator()(const at::Tensor& x) const;

    at::Tensor alpha;      ///< [channels]
    at::Tensor reciprocal; ///< 1 / (α + 1e-9)
};

/// Snake, convolution of 7 with a dilation, snake, convolution of 1; added to the input.
struct ResidualUnit {
    ResidualUnit(CodecWeights& weights, const std::string& name, std::int64_t dilation);
    [[nodiscard]] at::Tensor operator()(const at::Tensor& x, const std::stop_token& stop) const;

    Snake snake1;
    Conv1d conv1;
    Snake snake2;
    Conv1d conv2;
};

/// The three residual units of a block, dilations 1, 3, 9.
[[nodiscard]] std::vector<ResidualUnit> residualUnits(CodecWeights& weights, const std::string& block);

} // namespace parley::codec
