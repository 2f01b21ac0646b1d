// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "kernels/linear.h"
#include "kernels/quantize.h"
#include "runtime/ops_comparison.h"

#include <ATen/TensorOperators.h>
#include <ATen/ops/empty.h>

namespace parley::runtime {

namespace {

constexpr std::int64_t kOutputs = 86; // no whole number of blocks

/// By the CPU's kernels, which packed numbers are defined by.
at::Tensor productByCpu(const at::Tensor& x, const at::Tensor& weight, kernels::WeightFormat format) {
    const auto rows = static_cast<std::size_t>(x.size(0));
    const auto inputs = static_cast<std::size_t>(x.size(1));
    const kernels::LinearWeights plain{kernels::WeightFormat::Float32, kOutputs, inputs, weight.const_data_ptr()};
    const auto bytes = static_cast<std::int64_t>(kernels::packedBytes(format, kOutputs, inputs));
    const at::Tensor packed = at::empty({bytes}, at::kByte);
    kernels::packPanels(plain, format, 0, kernels::panelCount(kOutputs),
                        static_cast<std::byte*>(packed.mutable_data_ptr()));
    kernels::PreparedRows prepared;
    prepared.reset(rows, inputs, {.floats = false, .quantized = true});
    for (std::size_t row = 0; row < rows; ++row) {
        prepared.set(row, x.const_data_ptr<float>() + row * inputs);
    }
    at::Tensor y = at::empty({x.size(0), kOutputs}, at::kFloat);
    kernels::multiplyRows({format, kOutputs, inputs, packed.const_data_ptr()}, prepared.view(), {0, kOutputs},
                          {y.mutable_data_ptr<float>(), kOutputs});
    return y;
}

} // namespace

void checkPackedProducts(OpsComparison& comparison, backend::NumberFormat format, std::int64_t rows) {
    const at::Tensor x = OpsComparison::numbers({rows, OpsComparison::kWidth}, 11);
    const at::Tensor weight = OpsComparison::numbers({kOutputs, OpsComparison::kWidth}, 12);
    const accelerator::PackedMatrix matrix =
        comparison.ops().pack(weight, format, comparison.device(), comparison.format());
    const at::Tensor right =
        productByCpu(comparison.rounded(x), weight,
                     format == backend::NumberFormat::Int8 ? kernels::WeightFormat::Int8 : kernels::WeightFormat::Int4);
    comparison.compare(right, comparison.ops().multiply(comparison.there(x), matrix));
    comparison.compare(comparison.right().gated(right), comparison.ops().multiplyGated(comparison.there(x), matrix));
}

} // namespace parley::runtime
