// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/machine.h"

#include <string>
#include <string_view>

namespace parley::backend {

/// What NVIDIA's driver shows, from its library, which is opened for the rest of the process and never linked. A file
/// that is no library, lacks functions or answers nonsense is Unusable. Any thread. The functions' declarations follow
/// the CUDA driver API's reference (https://docs.nvidia.com/cuda/cuda-driver-api).
[[nodiscard]] CudaFacts probeCuda(const std::string& library = "libcuda.so.1");

/// The driver's version in a text like /proc/driver/nvidia/version's: "580.65.06"; empty if it isn't in there.
[[nodiscard]] std::string driverVersion(std::string_view text);

} // namespace parley::backend
