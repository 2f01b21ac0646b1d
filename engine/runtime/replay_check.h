// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "accelerator/network.h"
#include "accelerator/step_graph.h"

#include <span>
#include <stop_token>

namespace parley::runtime {

/// Two sequences together, once step by step and once recorded and replayed: the share of rows that differ, 0 where
/// `makeGraph` records nothing. The same kernels on the same device have no reason to differ. Throws EngineError
/// (Cancelled).
[[nodiscard]] double replayDifference(const accelerator::Network& network, const accelerator::GraphMaker& makeGraph,
                                      std::span<const std::uint8_t> text, const std::stop_token& stop);

} // namespace parley::runtime
