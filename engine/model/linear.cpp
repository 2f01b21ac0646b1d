// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "model/linear.h"

#include "backend/memory.h"
#include "backend/parallel.h"
#include "kernels/linear.h"
#include "kernels/many_rows.h"
#include "kernels/quantize.h"
#include "kernels/strip_matrix.h"

#include <ATen/core/Tensor.h>
#include <ATen/ops/empty.h>

#include <algorithm>

namespace parley::model {

namespace {

using kernels::WeightFormat;

/// Multiplications below which waking another thread costs more than it saves.
constexpr std::int64_t kSmallProduct = std::int64_t{1} << 18U;

constexpr std::int64_t kPanelsPerTask = 8;

/// So many pieces of a product that all threads end nearly at once.
constexpr std::int64_t kPiecesPerThread = 4;

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

Linear::Linear(at::Tensor bytes, WeightFormat format, std::int64_t outputs, std::int64_t inputs)
    : m_memory(std::move(bytes)), m_weights{.format = format,
                                            .outputs = static_cast<std::size_t>(outputs),
                                            .inputs = static_cast<std::size_t>(inputs),
                                            .data = m_memory.const_data_ptr()} {}

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
    const std::size_t piece = kernels::outputsPerPiece(m_weights, static_cast<std::size_t>(backend::threadCount()));
    backend::inPieces(outputs(), small ? outputs() : static_cast<std::int64_t>(piece),
                      [&](std::int64_t begin, std::int64_t end) {
                          kernels::multiplyRows(m_weights, view,
                                                {static_cast<std::size_t>(begin), static_cast<std::size_t>(end)}, out);
                      });
    return y;
}

at::Tensor Linear::manyRows(const at::Tensor& x) const {
    const at::Tensor input = x.contiguous();
    const kernels::ManyRows rows(input.const_data_ptr<float>(), static_cast<std::size_t>(input.size(0)),
                                 m_weights.inputs, m_weights.format);
    at::Tensor y = at::empty({input.size(0), outputs()}, input.options());
    auto* const out = y.mutable_data_ptr<float>();
    constexpr auto kStrip = static_cast<std::int64_t>(kernels::kStrip);
    const std::int64_t strips = (outputs() + kStrip - 1) / kStrip;
    // Within a piece, a strip's weights are fetched while the one before is multiplied.
    const std::int64_t piece = std::clamp<std::int64_t>(strips / (kPiecesPerThread * backend::threadCount()), 1, 8);
    backend::inPieces(strips, piece, [&](std::int64_t begin, std::int64_t end) {
        rows.multiply(m_weights, static_cast<std::size_t>(begin), static_cast<std::size_t>(end), out);
    });
    return y;
}

} // namespace parley::model
