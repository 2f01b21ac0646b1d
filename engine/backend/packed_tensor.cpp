// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "backend/packed_tensor.h"

#include "parley/error.h"

#include <ATen/core/Tensor.h>
#include <ATen/ops/from_blob.h>

namespace parley::backend {

namespace {

checkpoint::DType fileType(at::ScalarType dtype) {
    switch (dtype) {
    case at::kFloat:
        return checkpoint::DType::Float32;
    case at::kBFloat16:
        return checkpoint::DType::BFloat16;
    case at::kByte:
        return checkpoint::DType::UInt8;
    default:
        throw EngineError(ErrorCode::Internal, {}, {}, {}, "packed files hold no tensors of this kind");
    }
}

} // namespace

at::Tensor packedTensor(const std::shared_ptr<const checkpoint::PackedFile>& file, const std::string& name,
                        at::IntArrayRef sizes, at::ScalarType dtype) {
    const std::span<const std::byte> bytes = file->find(name, fileType(dtype), {sizes.data(), sizes.size()});
    // torch has no tensors of constant memory; nothing writes to weights, and the pages would not let it.
    auto* const first = const_cast<std::byte*>(bytes.data()); // NOLINT(cppcoreguidelines-pro-type-const-cast)
    return at::from_blob(first, sizes, [file](void*) {}, at::TensorOptions().dtype(dtype));
}

checkpoint::TensorView packedView(const std::string& name, const at::Tensor& tensor) {
    return {name,
            fileType(tensor.scalar_type()),
            tensor.sizes().vec(),
            {static_cast<const std::byte*>(tensor.const_data_ptr()), tensor.nbytes()}};
}

} // namespace parley::backend
