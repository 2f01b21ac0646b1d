// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "runtime/cpu_speaker.h"
#include "runtime/device_speaker.h"
#include "runtime/model_loader.h"
#include "runtime/speaker.h"

namespace parley::runtime {

std::unique_ptr<Speaker> makeSpeaker(const LoadedModel& model, PromptMemory& memory) {
    if (!model.network) {
        return std::make_unique<CpuSpeaker>(*model.dia, memory);
    }
    return std::make_unique<DeviceSpeaker>(*model.network, memory, model.target.profile.syncInterval,
                                           accelerator::GraphMaker{});
}

} // namespace parley::runtime
