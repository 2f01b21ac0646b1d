// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "codec/convolution.h"

#include "backend/parallel.h"
#include "codec/rounding.h"
#include "files/stop.h"

#include <algorithm>
#include <utility>

namespace parley::codec {

namespace {

/// Values of a task's input: with what is made of them, they stay in a core's second cache.
constexpr std::int64_t kInputsPerTask = 1 << 16;

/// Fewer outputs at a time would read the weights too often.
constexpr std::int64_t kLeastRows = 48;

} // namespace

void gather(const at::Tensor& x, const Snake* snake, std::int64_t first, std::int64_t count, float* to) {
    const std::int64_t channels = x.size(1);
    const std::int64_t begin = std::clamp<std::int64_t>(first, 0, x.size(0));
    const std::int64_t end = std::clamp<std::int64_t>(first + count, begin, x.size(0));
    const float* const from = x.const_data_ptr<float>() + begin * channels;
    float* const inside = std::fill_n(to, (begin - first) * channels, 0.0F);
    if (snake != nullptr) {
        (*snake)(from, end - begin, inside);
    } else {
        std::copy_n(from, (end - begin) * channels, inside);
    }
    std::fill_n(inside + (end - begin) * channels, (first + count - end) * channels, 0.0F);
}

Convolution::Convolution(Shape shape, kernels::StripMatrix matrix) : m_shape(shape), m_matrix(std::move(matrix)) {}

Convolution Convolution::load(CodecWeights& weights, const std::string& name, Shape shape) {
    const std::span<const float> weight = weights.values(name + ".weight");
    const std::span<const float> bias = weights.values(name + ".bias");
    const auto channels = static_cast<std::size_t>(shape.channels);
    const auto taps = static_cast<std::size_t>(shape.taps);
    kernels::StripMatrix matrix(taps * channels, bias.size());
    std::copy(bias.begin(), bias.end(), matrix.bias.begin());
    const auto arrange = [&](std::size_t output) {
        for (std::size_t channel = 0; channel < channels; ++channel) {
            for (std::size_t tap = 0; tap < taps; ++tap) {
                matrix.at(tap * channels + channel, output) = weight[(output * channels + channel) * taps + tap];
            }
        }
    };
    // A strip of outputs each: threads then never write to the same line of a cache.
    backend::inPieces(static_cast<std::int64_t>(bias.size()), std::int64_t{kernels::kStrip},
                      [&](std::int64_t begin, std::int64_t end) {
                          for (std::int64_t output = begin; output < end; ++output) {
                              arrange(static_cast<std::size_t>(output));
                          }
                      });
    return {shape, std::move(matrix)};
}

void Convolution::multiply(const float* in, std::int64_t count, Strips strips, float* y, kernels::Put put) const {
    const auto channels = static_cast<std::size_t>(m_shape.channels);
    const auto taps = static_cast<std::size_t>(m_shape.taps);
    const bool adjacent = m_shape.dilation == 1; // the taps are then one piece of memory
    const kernels::TappedRows rows{.data = in,
                                   .rows = static_cast<std::size_t>(count),
                                   .stride = static_cast<std::size_t>(m_shape.stride) * channels,
                                   .width = adjacent ? taps * channels : channels,
                                   .taps = adjacent ? 1 : taps,
                                   .tapStride = static_cast<std::size_t>(m_shape.dilation) * channels};
    for (std::size_t strip = strips.begin; strip < strips.end; ++strip) {
        kernels::multiplyStrip(rows, m_matrix.strip(strip), {y + strip * kernels::kStrip, m_matrix.outputs}, put);
    }
}

at::Tensor Convolution::operator()(const at::Tensor& x, const Snake* before, const Work& work) const {
    files::throwIfStopped(work.stop);
    const std::int64_t length = (x.size(0) + 2 * m_shape.padding - seen(1)) / m_shape.stride + 1;
    at::Tensor out = work.scratch.tensor(length, outputs());
    if (length == 0) {
        return out;
    }
    auto* const y = out.mutable_data_ptr<float>();
    const std::int64_t rows = std::min(std::max(kInputsPerTask / (m_shape.stride * channels()), kLeastRows), length);
    const std::int64_t rowTasks = divideUp(length, rows);
    // Few rows and many outputs, as in the first layers: the outputs are shared out as well.
    const auto strips = static_cast<std::int64_t>(m_matrix.strips());
    const std::int64_t stripsEach = divideUp(strips, divideUp(std::int64_t{2} * backend::threadCount(), rowTasks));
    const std::int64_t stripTasks = divideUp(strips, stripsEach);
    backend::inPieces(rowTasks * stripTasks, 1, [&](std::int64_t task, std::int64_t /*end*/) {
        const std::int64_t first = task / stripTasks * rows;
        const std::int64_t count = std::min(rows, length - first);
        const std::int64_t strip = task % stripTasks * stripsEach;
        const auto size = static_cast<std::size_t>(seen(count) * channels());
        Scratch::Buffer buffer = work.scratch.borrow(size);
        float* const in = buffer.take(size);
        gather(x, before, first * m_shape.stride - m_shape.padding, seen(count), in);
        const Strips own{static_cast<std::size_t>(strip),
                         static_cast<std::size_t>(std::min(strip + stripsEach, strips))};
        multiply(in, count, own, y + first * outputs(), kernels::Put::Set);
    });
    return out;
}

} // namespace parley::codec
