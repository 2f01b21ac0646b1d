// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "backend/cuda_libraries.h"

#include "parley/version.h"

#include <ATen/Context.h>
#include <ATen/detail/CUDAHooksInterface.h>
#include <dlfcn.h>
#include <torch/headeronly/version.h>

#include <cstdlib>

namespace parley::backend {

namespace {

namespace fs = std::filesystem;

constexpr const char* kTorchLibrary = "libtorch_cuda.so";
constexpr const char* kOwnLibrary = "libparley_cuda.so";
constexpr const char* kCompilersOtherHalf = "libnvrtc-builtins.so.";

/// nullptr and a trouble, or the open library.
void* open(const fs::path& path, int flags, std::string& trouble) {
    void* const handle = dlopen(path.c_str(), flags | RTLD_NODELETE);
    if (handle == nullptr) {
        const char* const why = dlerror();
        trouble = why == nullptr ? path.string() + " can't be loaded" : why;
    }
    return handle;
}

/// Beside torch's, as in a GPU pack; else wherever the program's run path leads to.
fs::path ownLibrary(const fs::path& folder) {
    std::error_code ignored;
    return fs::exists(folder / kOwnLibrary, ignored) ? folder / kOwnLibrary : fs::path(kOwnLibrary);
}

/// NVRTC, with which cuDNN compiles some of its kernels, opens its other half by the bare name and has no run path that
/// leads to it, so it has to be open already. Without it, it is NVRTC that tells.
void openCompilersOtherHalf(const fs::path& folder) {
    std::error_code ignored;
    for (const fs::directory_entry& entry : fs::directory_iterator(folder, ignored)) {
        if (entry.path().filename().string().starts_with(kCompilersOtherHalf)) {
            std::string trouble;
            (void)open(entry.path(), RTLD_LAZY | RTLD_LOCAL, trouble);
        }
    }
}

fs::path folderOf(const void* address) {
    Dl_info info{};
    return dladdr(address, &info) == 0 || info.dli_fname == nullptr ? fs::path()
                                                                    : fs::path(info.dli_fname).parent_path();
}

fs::path folderOfTorch() {
    return folderOf(reinterpret_cast<const void*>(&at::globalContext));
}

const char* chosenFolder() {
    return std::getenv("PARLEY_CUDA_DIR"); // NOLINT: nobody sets it while we run
}

fs::path dataFolder() {
    if (const char* const folder = std::getenv("XDG_DATA_HOME"); folder != nullptr && *folder == '/') { // NOLINT
        return folder;
    }
    const char* const home = std::getenv("HOME"); // NOLINT: nobody sets it while we run
    return home == nullptr ? fs::path() : fs::path(home) / ".local" / "share";
}

} // namespace

CudaLibraries openCudaLibraries(const std::vector<fs::path>& folders) {
    CudaLibraries found;
    std::error_code ignored;
    for (const fs::path& folder : folders) {
        if (!fs::exists(folder / kTorchLibrary, ignored)) {
            continue;
        }
        // Blocks of memory that grow are what keeps a GPU's memory whole over jobs of different lengths.
        (void)setenv("PYTORCH_CUDA_ALLOC_CONF", "expandable_segments:True", /*replace=*/0);
        openCompilersOtherHalf(folder);
        // Lazily: most of what it needs of others is never called.
        if (open(folder / kTorchLibrary, RTLD_LAZY | RTLD_GLOBAL, found.trouble) == nullptr) {
            return found;
        }
        if (!at::detail::getCUDAHooks().hasCUDART()) {
            found.trouble = (folder / kTorchLibrary).string() + " brings no CUDA";
            return found;
        }
        found.plugin = open(ownLibrary(folder), RTLD_NOW | RTLD_LOCAL, found.trouble);
        if (found.plugin != nullptr && !at::hasCUDA()) {
            found.trouble = "torch finds no GPU by it";
        }
        found.areOpen = found.trouble.empty();
        return found;
    }
    found.areMissing = true;
    found.trouble = std::string(kTorchLibrary) + " is not there";
    return found;
}

std::vector<fs::path> cudaFolders() {
    if (const char* const chosen = chosenFolder(); chosen != nullptr) {
        return {chosen};
    }
    const fs::path pack = fs::path("parley") / "gpu-packs" / ("cuda13-torch" TORCH_VERSION);
    std::vector<fs::path> folders{folderOfTorch()};
    if (const fs::path data = dataFolder(); !data.empty()) {
        folders.push_back(data / pack);
    }
    return folders;
}

const CudaLibraries& cudaLibraries() {
    static const CudaLibraries kFound = [] {
        CudaLibraries found = openCudaLibraries(cudaFolders());
        found.areMissing = found.areMissing && chosenFolder() == nullptr;
        return found;
    }();
    return kFound;
}

bool isTorchForCuda() {
    // What torch says of itself would settle whether there is CUDA, before its libraries are open.
    return !buildInfo().cuda.empty();
}

} // namespace parley::backend
