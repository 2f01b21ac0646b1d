// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "cuda/number_of.h"
#include "cuda/own_ops.h"
#include "cuda/pack_rows.h"

#include <ATen/core/Tensor.h>
#include <ATen/ops/empty.h>

namespace parley::cuda {

namespace {

at::Tensor packedProduct(const at::Tensor& x, const accelerator::PackedMatrix& matrix, bool isGated) {
    const at::Tensor given = x.contiguous();
    const std::int64_t rows = given.size(0);
    const std::int64_t blocks = piecesOf(matrix.inputs, kBlock);
    const at::Tensor values = at::empty({rows, blocks * kBlock}, given.options().dtype(at::kChar));
    const at::Tensor scales = at::empty({rows, blocks}, given.options().dtype(at::kFloat));
    const at::Tensor sums = at::empty({rows, blocks}, given.options().dtype(at::kInt));
    at::Tensor y = at::empty({rows, isGated ? matrix.outputs / 2 : matrix.outputs}, given.options());
    const QuantizedRows quantized{.rows = rows,
                                  .inputs = blocks * kBlock,
                                  .values = values.mutable_data_ptr<std::int8_t>(),
                                  .scales = scales.mutable_data_ptr<float>(),
                                  .sums = sums.mutable_data_ptr<std::int32_t>()};
    quantizeRows({.format = numberOf(given), .width = matrix.inputs, .x = given.const_data_ptr(), .to = quantized},
                 currentStream());
    const PackedProduct work{.format = numberOf(given),
                             .isGated = isGated,
                             .x = quantized,
                             .outputs = matrix.outputs,
                             .weights = matrix.values.const_data_ptr(),
                             .scales = matrix.scales.const_data_ptr(),
                             .y = y.mutable_data_ptr()};
    (matrix.format == backend::NumberFormat::Int8 ? multiplyInt8 : multiplyInt4)(work, currentStream());
    return y;
}

} // namespace

accelerator::PackedMatrix OwnOps::pack(const at::Tensor& weight, backend::NumberFormat format, at::Device device,
                                       at::ScalarType /*activations*/) const {
    return packRows(weight, format, device);
}

at::Tensor OwnOps::multiply(const at::Tensor& x, const accelerator::PackedMatrix& matrix) const {
    return packedProduct(x, matrix, false);
}

at::Tensor OwnOps::multiplyGated(const at::Tensor& x, const accelerator::PackedMatrix& matrix) const {
    return packedProduct(x, matrix, true);
}

} // namespace parley::cuda
