// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "model/linear.h"

#include "backend/memory.h"
#include "backend/parallel.h"
#include "kernels/linear.h"
#include "kernels/quantize.h"

#include <ATen/core/Tensor.h>
#include <ATen/ops/empty.h>
#include <ATen/ops/linear.h>

namespace parley::model {

namespace {

using kernels::WeightFormat;

/// Rows of W per task of a thread with few rows of x.
constexpr std::int64_t kOutputsPerTask = 64;

/// Multiplications below which waking another thread costs more than it saves.
constexpr std::int64_t kSmallProduct = std::int64_t{1} << 18U;

/// Rows of W per task with many rows of x: a block, widened to float32, stays in a core's caches.
constexpr std::int64_t kOutputsPerBlock = 128;

constexpr std::int64_t kPanelsPerTask = 8;

kernels::LinearWeights plainWeights(const at::Tensor& weight) {
    return {.format = weight.scalar_type() == at::kFloat ? WeightFormat::Float32 : WeightFormat::Bfloat16,
            .outputs = static_cast<std::size_t>(weight.size(0)),
            .inputs = static_cast<std::size_t>(weight.size(1)),
            .data = weight.const_data_ptr()};
}

} // namespace

Linear::Linear(const at::Tensor& weight) : m_memory(weight), m_weights(plainWeights(weight)) {}

Linear::Linear(const at::Tensor& weight, WeightFormat format) : Linear(weight) {
    if (!kernels::isPacked(format)) {
        return;
    }
    const kernels::LinearWeights source = m_weights;
    const std::size_t bytes = kernels::packedBytes(format, source.outputs, source.inputs);
    m_memory = backend::emptyWeight({static_cast<std::int64_t>(bytes)}, at::kByte);
    auto* const packed = static_cast<std::byte*>(m_memory.mutable_data_ptr());
    backend::inPieces(static_cast<std::int64_t>(kernels::panelCount(source.outputs)), kPanelsPerTask,
                      [&](std::int64_t begin, std::int64_t end) {
                          kernels::packPanels(source, format, static_cast<std::size_t>(begin),
                                              static_cast<std::size_t>(end), packed);
                      });
    m_weights.format = format;
    m_weights.data = packed;
}

at::Tensor Linear::operator()(const at::Tensor& x) const {
    return x.size(0) <= static_cast<std::int64_t>(kernels::kMaxLinearRows) ? fewRows(x) : manyRows(x);
}

at::Tensor Linear::fewRows(const at::Tensor& x) const {
    const at::Tensor input = x.contiguous();
    const auto rows = static_cast<std::size_t>(input.size(0));
    kernels::PreparedRows prepared;
    const bool packed = kernels::isPacked(m_weights.format);
    if (packed) {
        prepared.reset(rows, m_weights.inputs, {.floats = false, .quantized = true});
        for (std::size_t row = 0; row < rows; ++row) {
            prepared.set(row, input.const_data_ptr<float>() + row * m_weights.inputs);
        }
    }
    const kernels::RowsView view =
        packed ? prepared.view() : kernels::floatRows(input.const_data_ptr<float>(), rows, m_weights.inputs);
    at::Tensor y = at::empty({input.size(0), outputs()}, input.options());
    const kernels::LinearOutput out{y.mutable_data_ptr<float>(), m_weights.outputs};
    const bool small = input.numel() * outputs() < kSmallProduct;
    backend::inPieces(outputs(), small ? outputs() : kOutputsPerTask, [&](std::int64_t begin, std::int64_t end) {
        kernels::multiplyRows(m_weights, view, {static_cast<std::size_t>(begin), static_cast<std::size_t>(end)}, out);
    });
    return y;
}

at::Tensor Linear::widened(std::int64_t begin, std::int64_t end) const {
    if (!kernels::isPacked(m_weights.format)) {
        return m_memory.narrow(0, begin, end - begin).to(at::kFloat);
    }
    at::Tensor block = at::empty({end - begin, inputs()}, at::kFloat);
    for (std::int64_t row = begin; row < end; ++row) {
        kernels::unpackRow(m_weights, static_cast<std::size_t>(row),
                           block.mutable_data_ptr<float>() + (row - begin) * inputs());
    }
    return block;
}

at::Tensor Linear::manyRows(const at::Tensor& x) const {
    at::Tensor y = at::empty({x.size(0), outputs()}, x.options());
    backend::inPieces(outputs(), kOutputsPerBlock, [&](std::int64_t begin, std::int64_t end) {
        // Not every processor has a fast product for the stored format; widening a block costs little beside many rows.
        y.narrow(1, begin, end - begin).copy_(at::linear(x, widened(begin, end)));
    });
    return y;
}

} // namespace parley::model
