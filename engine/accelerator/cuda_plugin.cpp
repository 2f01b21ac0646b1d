// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "accelerator/cuda_plugin.h"

#include "backend/cuda_libraries.h"

#include <dlfcn.h>

namespace parley::accelerator {

const CudaPlugin* cudaPlugin() {
    void* const library = backend::cudaLibraries().plugin;
    void* const entry = library == nullptr ? nullptr : dlsym(library, CudaPlugin::kEntry);
    if (entry == nullptr) {
        return nullptr;
    }
    const CudaPlugin* const plugin = reinterpret_cast<const CudaPlugin* (*)()>(entry)();
    return plugin != nullptr && plugin->version == CudaPlugin::kVersion ? plugin : nullptr;
}

const DeviceOps& opsFor(const backend::ComputeTarget& target) {
    const CudaPlugin* const plugin = target.profile.usesOwnKernels && target.device.is_cuda() ? cudaPlugin() : nullptr;
    return plugin == nullptr ? torchOps() : plugin->ops();
}

} // namespace parley::accelerator
