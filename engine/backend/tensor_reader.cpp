// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "backend/tensor_reader.h"

#include "backend/memory.h"
#include "backend/parallel.h"
#include "files/stop.h"
#include "kernels/round_bf16.h"

#include <ATen/core/Tensor.h>
#include <ATen/ops/from_blob.h>

#include <algorithm>
#include <cstring>
#include <span>
#include <vector>

namespace parley::backend {

namespace {

using checkpoint::DType;
using checkpoint::TensorInfo;

/// Small enough to stay in a core's second cache between reading, checking and converting.
constexpr std::int64_t kPieceBytes = std::int64_t{1} << 18U;

/// What a thread takes at a time: a huge page, so that small tensors keep all threads busy, too.
constexpr std::int64_t kTaskBytes = std::int64_t{1} << 21U;

at::ScalarType scalarType(const TensorInfo& tensor) {
    switch (tensor.dtype) {
    case DType::Float64:
        return at::kDouble;
    case DType::Float32:
        return at::kFloat;
    case DType::Float16:
        return at::kHalf;
    case DType::BFloat16:
        return at::kBFloat16;
    default:
        throw EngineError(ErrorCode::UnsupportedLayout, verbatim(tensor.name), {}, {},
                          "is " + std::string(checkpoint::name(tensor.dtype)) + ", which holds no weights");
    }
}

/// True if any value has all exponent bits set: infinity or NaN.
template <typename Bits>
bool anyNonFinite(std::span<const std::byte> bytes, Bits exponent) {
    Bits found = 0;
    for (std::size_t i = 0; i + sizeof(Bits) <= bytes.size(); i += sizeof(Bits)) {
        Bits value = 0;
        std::memcpy(&value, bytes.data() + i, sizeof(Bits));
        found = static_cast<Bits>(found | static_cast<Bits>((value & exponent) == exponent));
    }
    return found != 0;
}

bool anyNonFinite(std::span<const std::byte> bytes, at::ScalarType type) {
    switch (type) {
    case at::kDouble:
        return anyNonFinite<std::uint64_t>(bytes, 0x7FF0'0000'0000'0000U);
    case at::kFloat:
        return anyNonFinite<std::uint32_t>(bytes, 0x7F80'0000U);
    case at::kHalf:
        return anyNonFinite<std::uint16_t>(bytes, 0x7C00U);
    default:
        return anyNonFinite<std::uint16_t>(bytes, 0x7F80U);
    }
}

std::span<std::byte> bytesOf(const at::Tensor& tensor) {
    return {static_cast<std::byte*>(tensor.data_ptr()), tensor.nbytes()};
}

/// This thread's room for a piece that has to be converted; it stays in the core's cache.
std::span<std::byte> staging(std::size_t size) {
    thread_local std::vector<std::byte> bytes;
    bytes.resize(std::max(bytes.size(), size));
    return std::span(bytes).first(size);
}

/// Values of `type` into `out`; returns false if any is NaN or infinite.
bool convert(std::span<std::byte> bytes, at::ScalarType type, const at::Tensor& out) {
    if (type == at::kFloat && out.scalar_type() == at::kBFloat16) {
        return kernels::roundToBfloat16(reinterpret_cast<const float*>(bytes.data()),
                                        static_cast<std::uint16_t*>(out.mutable_data_ptr()),
                                        static_cast<std::size_t>(out.numel()));
    }
    out.copy_(at::from_blob(bytes.data(), {out.numel()}, at::TensorOptions().dtype(type)));
    return !anyNonFinite(bytes, type);
}

} // namespace

void TensorReader::readPiece(const TensorInfo& tensor, std::int64_t first, const at::Tensor& out) const {
    files::throwIfStopped(m_stop);
    const at::ScalarType type = scalarType(tensor);
    const std::size_t size = checkpoint::byteSize(tensor.dtype);
    const bool direct = type == out.scalar_type();
    const std::span<std::byte> bytes = direct ? bytesOf(out) : staging(static_cast<std::size_t>(out.numel()) * size);
    m_source.read(tensor, static_cast<std::uint64_t>(first) * size, bytes);
    if (!(direct ? !anyNonFinite(bytes, type) : convert(bytes, type, out))) {
        throw EngineError(ErrorCode::CheckpointCorrupt, m_source.path(), {}, phrase("download it again"),
                          "the tensor '" + tensor.name + "' holds NaN or infinity");
    }
    if (m_bytesRead) {
        m_bytesRead(bytes.size());
    }
}

void TensorReader::readInto(const TensorInfo& tensor, const at::Tensor& out) const {
    const at::Tensor flat = out.view({-1});
    const auto size = static_cast<std::int64_t>(checkpoint::byteSize(tensor.dtype));
    const std::int64_t step = kPieceBytes / size;
    inPieces(flat.numel(), kTaskBytes / size, [&](std::int64_t begin, std::int64_t end) {
        for (std::int64_t first = begin; first < end; first += step) {
            readPiece(tensor, first, flat.narrow(0, first, std::min(step, end - first)));
        }
    });
}

at::Tensor TensorReader::read(const std::string& key, at::ScalarType dtype) const {
    const TensorInfo& tensor = *m_source.find(key);
    at::Tensor out = emptyWeight(tensor.shape, dtype);
    readInto(tensor, out);
    return out;
}

at::Tensor TensorReader::read(const checkpoint::WeightPlan& plan, at::ScalarType dtype) const {
    at::Tensor weight = emptyWeight({plan.rows, plan.cols}, dtype);
    std::int64_t row = 0;
    for (const checkpoint::WeightPart& part : plan.parts) {
        const at::Tensor slice = weight.narrow(0, row, part.rows);
        if (part.inputFirst) {
            slice.copy_(read(part.key, dtype).view({part.cols, part.rows}).t());
        } else {
            readInto(*m_source.find(part.key), slice);
        }
        row += part.rows;
    }
    return plan.cols == 1 && plan.parts.front().shape.size() == 1 ? weight.view({plan.rows}) : weight;
}

} // namespace parley::backend
