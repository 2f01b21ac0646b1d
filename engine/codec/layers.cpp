// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "codec/layers.h"

#include "backend/parallel.h"
#include "backend/stop.h"
#include "kernels/snake.h"

#include <ATen/TensorOperators.h>
#include <ATen/core/Tensor.h>
#include <ATen/ops/constant_pad_nd.h>
#include <ATen/ops/conv1d.h>
#include <ATen/ops/conv_transpose1d.h>
#include <ATen/ops/empty.h>
#include <ATen/ops/empty_like.h>

#include <algorithm>
#include <array>

namespace parley::codec {

namespace {

/// Enough work for a thread to be worth waking.
std::int64_t channelsPerTask(std::int64_t length) {
    constexpr std::int64_t kSamplesPerTask = 1 << 14;
    return std::max<std::int64_t>(kSamplesPerTask / std::max<std::int64_t>(length, 1), 1);
}

constexpr std::array<std::int64_t, 1> kNoPadding = {0};

/// How much of the time axis a thread takes at once: enough pieces for many cores, none too short for a matrix product.
std::int64_t timePerTask(std::int64_t length) {
    constexpr std::int64_t kTasks = 16;
    constexpr std::int64_t kShortest = 32;
    return std::max((length + kTasks - 1) / kTasks, kShortest);
}

} // namespace

Conv1d::Conv1d(CodecWeights& weights, const std::string& name, std::int64_t strideBy, std::int64_t padBy,
               std::int64_t dilateBy)
    : weight(weights.take(name + ".weight")), bias(weights.take(name + ".bias")), stride(strideBy), padding(padBy),
      dilation(dilateBy) {}

at::Tensor Conv1d::operator()(const at::Tensor& x) const {
    const at::Tensor padded = padding > 0 ? at::constant_pad_nd(x, {padding, padding}) : x;
    const std::int64_t reach = dilation * (weight.size(2) - 1) + 1; // inputs that one output sees
    const std::int64_t length = (padded.size(2) - reach) / stride + 1;
    at::Tensor out = at::empty({1, weight.size(0), length}, x.options());
    backend::inPieces(length, timePerTask(length), [&](std::int64_t begin, std::int64_t end) {
        const at::Tensor seen = padded.narrow(2, begin * stride, (end - begin - 1) * stride + reach);
        out.narrow(2, begin, end - begin)
            .copy_(at::conv1d(seen, weight, bias, stride, at::IntArrayRef(kNoPadding), dilation));
    });
    return out;
}

ConvTranspose1d::ConvTranspose1d(CodecWeights& weights, const std::string& name, std::int64_t strideBy)
    : weight(weights.take(name + ".weight")), bias(weights.take(name + ".bias")), stride(strideBy) {}

at::Tensor ConvTranspose1d::operator()(const at::Tensor& x) const {
    const std::int64_t frames = x.size(2);
    at::Tensor out = at::empty({1, weight.size(1), frames * stride}, x.options());
    backend::inPieces(frames, timePerTask(frames), [&](std::int64_t begin, std::int64_t end) {
        // A frame reaches into its neighbours' samples.
        const std::int64_t from = std::max<std::int64_t>(begin - 1, 0);
        const std::int64_t to = std::min(end + 1, frames);
        // An odd stride would lose a sample to the symmetric padding.
        const at::Tensor own =
            at::conv_transpose1d(x.narrow(2, from, to - from), weight, bias, stride, (stride + 1) / 2, stride % 2);
        out.narrow(2, begin * stride, (end - begin) * stride)
            .copy_(own.narrow(2, (begin - from) * stride, (end - begin) * stride));
    });
    return out;
}

Snake::Snake(CodecWeights& weights, const std::string& name)
    : alpha(weights.take(name + ".alpha").flatten()), reciprocal((alpha + 1e-9).reciprocal()) {}

at::Tensor Snake::operator()(const at::Tensor& x) const {
    const at::Tensor in = x.contiguous();
    at::Tensor out = at::empty_like(in);
    const auto length = static_cast<std::size_t>(in.size(2));
    const auto* from = in.const_data_ptr<float>();
    auto* to = out.mutable_data_ptr<float>();
    const auto* alphas = alpha.const_data_ptr<float>();
    const auto* scales = reciprocal.const_data_ptr<float>();
    backend::inPieces(in.size(1), channelsPerTask(in.size(2)), [&](std::int64_t begin, std::int64_t end) {
        for (std::int64_t channel = begin; channel < end; ++channel) {
            const std::size_t first = static_cast<std::size_t>(channel) * length;
            kernels::snake(from + first, to + first, length, alphas[channel], scales[channel]);
        }
    });
    return out;
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
