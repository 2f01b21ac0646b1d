// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "accelerator/step_graph.h"

#include <functional>
#include <memory>

namespace parley::cuda {

/// Records `work` as a CUDA graph (ATen/cuda/CUDAGraph.h) of the current device. Its intermediate results live in a
/// pool of the graph's own. Throws c10::Error where something in it can't be recorded; the device can go on then.
[[nodiscard]] std::unique_ptr<accelerator::StepGraph> makeGraph(const std::function<void()>& work);

} // namespace parley::cuda
