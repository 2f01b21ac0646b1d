// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "accelerator/step_graph.h"
#include "backend/device.h"
#include "runtime/model_loader.h"
#include "runtime/prompt_memory.h"
#include "runtime/speaker.h"

#include <functional>
#include <memory>

namespace parley::runtime {

/// The one for the device that the model is on. Both live longer.
[[nodiscard]] std::unique_ptr<Speaker> makeSpeaker(const LoadedModel& model, PromptMemory& memory);

/// What records a target's steps; empty where they aren't recorded.
[[nodiscard]] accelerator::GraphMaker graphMaker(const backend::ComputeTarget& target);

/// What gives a thread a stream of its own on the target's device; empty where there are no streams.
[[nodiscard]] std::function<std::shared_ptr<void>()> streamMaker(const backend::ComputeTarget& target);

} // namespace parley::runtime
