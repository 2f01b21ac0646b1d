// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "runtime/make_speaker.h"

#include "accelerator/cuda_plugin.h"
#include "runtime/cpu_speaker.h"
#include "runtime/device_speaker.h"

#include <algorithm>

namespace parley::runtime {

accelerator::GraphMaker graphMaker(const backend::ComputeTarget& target) {
    if (!target.profile.usesGraphs || !target.device.is_cuda()) {
        return {};
    }
    const accelerator::CudaPlugin* const plugin = accelerator::cudaPlugin();
    return plugin == nullptr ? accelerator::GraphMaker{} : accelerator::GraphMaker(plugin->makeGraph);
}

std::function<std::shared_ptr<void>()> streamMaker(const backend::ComputeTarget& target) {
    const accelerator::CudaPlugin* const plugin = target.device.is_cuda() ? accelerator::cudaPlugin() : nullptr;
    if (plugin == nullptr) {
        return {};
    }
    return [plugin, index = std::max<int>(target.device.index(), 0)] { return plugin->makeStream(index); };
}

std::unique_ptr<Speaker> makeSpeaker(const LoadedModel& model, PromptMemory& memory) {
    if (!model.network) {
        return std::make_unique<CpuSpeaker>(*model.dia, memory);
    }
    const backend::BackendProfile& profile = model.target.profile;
    return std::make_unique<DeviceSpeaker>(*model.network, memory, profile.syncInterval, graphMaker(model.target));
}

} // namespace parley::runtime
