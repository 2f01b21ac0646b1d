// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "codec/layers.h"

#include "backend/stop.h"

#include <ATen/ATen.h>

namespace parley::codec {

Conv1d::Conv1d(CodecWeights& weights, const std::string& name, std::int64_t strideBy, std::int64_t padBy,
               std::int64_t dilateBy)
    : weight(weights.take(name + ".weight")), bias(weights.take(name + ".bias")), stride(strideBy), padding(padBy),
      dilation(dilateBy) {}

at::Tensor Conv1d::operator()(const at::Tensor& x) const {
    return at::conv1d(x, weight, bias, stride, padding, dilation);
}

ConvTranspose1d::ConvTranspose1d(CodecWeights& weights, const std::string& name, std::int64_t strideBy)
    : weight(weights.take(name + ".weight")), bias(weights.take(name + ".bias")), stride(strideBy) {}

at::Tensor ConvTranspose1d::operator()(const at::Tensor& x) const {
    // An odd stride would lose a sample to the symmetric padding.
    return at::conv_transpose1d(x, weight, bias, stride, (stride + 1) / 2, stride % 2);
}

Snake::Snake(CodecWeights& weights, const std::string& name)
    : alpha(weights.take(name + ".alpha")), reciprocal((alpha + 1e-9).reciprocal()) {}

at::Tensor Snake::operator()(const at::Tensor& x) const {
    return at::addcmul(x, (x * alpha).sin_().square_(), reciprocal);
}

ResidualUnit::ResidualUnit(CodecWeights& weights, const std::string& name, std::int64_t dilation)
    : snake1(weights, name + ".snake1"), conv1(weights, name + ".conv1", 1, 3 * dilation, dilation),
      snake2(weights, name + ".snake2"), conv2(weights, name + ".conv2", 1, 0) {}

at::Tensor ResidualUnit::operator()(const at::Tensor& x, const std::stop_token& stop) const {
    backend::throwIfStopped(stop);
    const at::Tensor inner = conv1(snake1(x));
    backend::throwIfStopped(stop);
    return conv2(snake2(inner)).add_(x);
}

std::vector<ResidualUnit> residualUnits(CodecWeights& weights, const std::string& block) {
    std::vector<ResidualUnit> units;
    units.emplace_back(weights, block + "res_unit1", 1);
    units.emplace_back(weights, block + "res_unit2", 3);
    units.emplace_back(weights, block + "res_unit3", 9);
    return units;
}

} // namespace parley::codec
