// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "backend/host_values.h"

#include <ATen/ops/empty.h>

#include <algorithm>

namespace parley::backend {

namespace {

template <typename Value>
std::vector<Value> valuesOf(const at::Tensor& tensor) {
    const at::Tensor here = tensor.contiguous().cpu();
    const auto* const values = here.const_data_ptr<Value>();
    return {values, values + here.numel()};
}

} // namespace

at::Tensor idTensor(std::span<const std::int64_t> ids, at::IntArrayRef sizes) {
    at::Tensor tensor = at::empty(sizes, at::kLong);
    std::ranges::copy(ids, tensor.mutable_data_ptr<std::int64_t>());
    return tensor;
}

at::Tensor idTensor(std::span<const std::uint8_t> bytes) {
    at::Tensor tensor = at::empty({static_cast<std::int64_t>(bytes.size())}, at::kLong);
    std::ranges::copy(bytes, tensor.mutable_data_ptr<std::int64_t>());
    return tensor;
}

std::vector<std::int64_t> idsOf(const at::Tensor& tensor) {
    return valuesOf<std::int64_t>(tensor);
}

std::vector<float> floatsOf(const at::Tensor& tensor) {
    return valuesOf<float>(tensor);
}

} // namespace parley::backend
