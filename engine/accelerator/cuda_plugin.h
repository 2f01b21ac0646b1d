// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "accelerator/device_ops.h"
#include "accelerator/step_graph.h"
#include "backend/device.h"

#include <functional>
#include <memory>

namespace parley::accelerator {

/// What libparley_cuda.so offers: all that needs more of CUDA than torch's operators. Both sides come from one build.
struct CudaPlugin {
    static constexpr int kVersion = 2;
    static constexpr const char* kEntry = "parleyCudaPlugin"; ///< its one function: const CudaPlugin*()

    int version = kVersion;
    /// A GraphMaker for work on the current device.
    std::unique_ptr<StepGraph> (*makeGraph)(const std::function<void()>& work) = nullptr;
    /// Gives the calling thread a stream of its own on a device, until the result is gone.
    std::shared_ptr<void> (*makeStream)(int device) = nullptr;
    /// Our own kernels; lives as long as the program.
    const DeviceOps& (*ops)() = nullptr;
};

/// The plugin that backend::cudaLibraries() opened; nullptr where there is none, or one of another build.
[[nodiscard]] const CudaPlugin* cudaPlugin();

/// Our own kernels where the target's profile takes them and there are such, else torch's operators.
[[nodiscard]] const DeviceOps& opsFor(const backend::ComputeTarget& target);

} // namespace parley::accelerator
