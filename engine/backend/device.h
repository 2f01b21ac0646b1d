// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/profile.h"
#include "kernels/linear_weights.h"
#include "parley/devices.h"
#include "parley/self_test.h"

#include <ATen/core/Tensor.h>

#include <string>
#include <vector>

namespace parley::backend {

/// Where a model computes, and in what; norms, softmax and logits are always float32.
struct ComputeTarget {
    at::Device device = at::kCPU;
    BackendProfile profile{};
    at::ScalarType dtype = at::kFloat; ///< of caches, embeddings and what is done once for a text
    kernels::WeightFormat stepFormat = kernels::WeightFormat::Float32; ///< of the matrices that each step reads
    bool tf32 = false; ///< whether float32 products on an NVIDIA GPU may be rounded to TF32
    std::string deviceName = "cpu";
    std::string dtypeName = "float32";
};

/// What torch calls a format; packed weights have rows of float32.
[[nodiscard]] at::ScalarType scalarType(NumberFormat format) noexcept;

/// What a device's format comes to; it must be one of those that the device has.
[[nodiscard]] ComputeTarget targetOf(const DeviceInfo& device, const std::string& dtype);

/// listDevices() without what self-tests found.
[[nodiscard]] std::vector<DeviceInfo> describedDevices();

/// What chooseCompute() says of this machine, ready to compute with. With "cpu" no driver is touched. Throws
/// EngineError as chooseCompute().
[[nodiscard]] ComputeTarget chooseTarget(const std::string& device, const std::string& dtype);

/// The same with these verdicts over devices in place of those that are kept.
[[nodiscard]] ComputeTarget chooseTarget(const std::string& device, const std::string& dtype,
                                         const std::vector<SelfTestVerdict>& verdicts);

} // namespace parley::backend
