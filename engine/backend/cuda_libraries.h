// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace parley::backend {

/// torch's code for NVIDIA GPUs and our own, which are opened late: one program serves machines with and without a
/// GPU.
struct CudaLibraries {
    bool areOpen = false;
    bool areMissing = false; ///< in none of the usual places: a GPU pack would bring them
    std::string trouble{};   ///< why not; English
    void* plugin = nullptr;  ///< libparley_cuda.so
};

/// Opens libtorch_cuda.so and libparley_cuda.so, which have to be of the torch that this program was linked with, from
/// the first of the folders that has the former; ours may also lie on the program's run path. Whatever is wrong with
/// them becomes a trouble. They stay open. Not thread-safe, and to be called before torch is first asked whether there
/// is CUDA, which it settles then and there.
[[nodiscard]] CudaLibraries openCudaLibraries(const std::vector<std::filesystem::path>& folders);

/// Where they are looked for: $PARLEY_CUDA_DIR alone, where it is set; else beside libtorch_cpu.so, then the GPU pack
/// of this torch in the user's data folder.
[[nodiscard]] std::vector<std::filesystem::path> cudaFolders();

/// What the first call found, which opened them. Any thread.
[[nodiscard]] const CudaLibraries& cudaLibraries();

/// Whether the torch that this program was linked with is one for CUDA; any other can't be completed by libraries.
/// Asks torch nothing.
[[nodiscard]] bool isTorchForCuda();

} // namespace parley::backend
