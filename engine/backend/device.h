// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "kernels/linear_weights.h"

#include <ATen/core/Tensor.h>

#include <string>

namespace parley::backend {

/// Where a model computes, and in what; norms, softmax and logits are always float32.
struct ComputeTarget {
    at::Device device = at::kCPU;
    at::ScalarType dtype = at::kFloat; ///< of caches, embeddings and what is done once for a text
    kernels::WeightFormat stepFormat = kernels::WeightFormat::Float32; ///< of the matrices that each step reads
    std::string deviceName = "cpu";
    std::string dtypeName = "float32";
};

/// Resolves what a user asked for ("auto", "cpu", "cuda:1"; "auto", "bfloat16"). Throws EngineError: OptionInvalid for
/// an unknown name, DeviceUnavailable and DTypeUnsupported for a known one that can't be had, saying what can.
[[nodiscard]] ComputeTarget chooseTarget(const std::string& device, const std::string& dtype);

/// A processor's name, as its maker gives it.
[[nodiscard]] std::string processorName();

} // namespace parley::backend
