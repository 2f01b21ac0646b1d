// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/tensor_reader.h"
#include "checkpoint/model_files.h"
#include "checkpoint/packed_file.h"

#include <ATen/core/Tensor.h>

#include <map>
#include <memory>
#include <span>
#include <string>

namespace parley::codec {

/// The codec's weights in float32 by transformers' names, weight normalisation folded in.
class CodecWeights {
public:
    /// Throws EngineError: CheckpointCorrupt, Cancelled.
    CodecWeights(const checkpoint::DacFiles& files, const std::stop_token& stop, const backend::BytesRead& bytesRead);

    /// The same where they lie in a file that memory() was written to. Throws EngineError (CheckpointCorrupt) if that
    /// doesn't hold what the plan wants.
    CodecWeights(const std::shared_ptr<const checkpoint::PackedFile>& file, const checkpoint::DacPlan& plan,
                 std::stop_token stop);

    [[nodiscard]] const std::map<std::string, at::Tensor>& memory() const noexcept { return m_tensors; }

    /// Hands out a copy, which keeps no file mapped; each tensor is taken once.
    [[nodiscard]] at::Tensor take(const std::string& name);

    /// The values of a tensor, row-major, where they lie, for what rearranges them; valid as long as this object.
    /// A stop throws EngineError (Cancelled).
    [[nodiscard]] std::span<const float> values(const std::string& name) const;

private:
    std::stop_token m_stop;
    std::map<std::string, at::Tensor> m_tensors;
};

} // namespace parley::codec
