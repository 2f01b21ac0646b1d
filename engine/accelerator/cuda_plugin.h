// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "accelerator/step_graph.h"

#include <functional>
#include <memory>

namespace parley::accelerator {

/// What libparley_cuda.so offers: all that needs more of CUDA than torch's operators. Both sides come from one build.
struct CudaPlugin {
    static constexpr int kVersion = 1;
    static constexpr const char* kEntry = "parleyCudaPlugin"; ///< its one function: const CudaPlugin*()

    int version = kVersion;
    /// A GraphMaker for work on the current device.
    std::unique_ptr<StepGraph> (*makeGraph)(const std::function<void()>& work) = nullptr;
};

/// The plugin that backend::cudaLibraries() opened; nullptr where there is none, or one of another build.
[[nodiscard]] const CudaPlugin* cudaPlugin();

} // namespace parley::accelerator
