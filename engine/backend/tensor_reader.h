// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "checkpoint/dia_layout.h"
#include "checkpoint/tensor_source.h"

#include <ATen/core/Tensor.h>

#include <cstdint>
#include <functional>
#include <stop_token>
#include <string>

namespace parley::backend {

/// Called with the bytes read since the last call. From any of the compute threads, several at once.
using BytesRead = std::function<void(std::uint64_t)>;

/// Brings tensors of a checkpoint into memory, in another dtype if need be, on all compute threads. Every value is
/// looked at: NaN or infinity throws EngineError (CheckpointCorrupt) naming the tensor. A stop throws Cancelled.
class TensorReader {
public:
    TensorReader(const checkpoint::TensorSource& source, std::stop_token stop, BytesRead bytesRead = {})
        : m_source(source), m_stop(std::move(stop)), m_bytesRead(std::move(bytesRead)) {}

    /// The tensor as it lies in the file, shape included. Its name must be known to be there.
    [[nodiscard]] at::Tensor read(const std::string& key, at::ScalarType dtype) const;

    /// All parts of a weight stacked: [rows, cols], output dimension first; a vector comes as [rows].
    [[nodiscard]] at::Tensor read(const checkpoint::WeightPlan& plan, at::ScalarType dtype) const;

private:
    /// Fills `out`, contiguous, with the tensor's elements in the file's order.
    void readInto(const checkpoint::TensorInfo& tensor, const at::Tensor& out) const;
    void readPiece(const checkpoint::TensorInfo& tensor, std::int64_t first, const at::Tensor& out) const;

    const checkpoint::TensorSource& m_source;
    std::stop_token m_stop;
    BytesRead m_bytesRead;
};

} // namespace parley::backend
