// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "accelerator/network.h"

#include <cstdint>
#include <span>
#include <stop_token>
#include <vector>

namespace parley::accelerator {

/// Steps of one sequence that is fed given rows, tokens [S, C], whatever it would draw: logits [S, 2, C, V], the
/// unconditional row first. Throws EngineError: NumericFailure (in the text), Cancelled.
[[nodiscard]] std::vector<float> forcedSteps(const Network& network, std::span<const std::uint8_t> text,
                                             std::span<const std::int64_t> tokens, const std::stop_token& stop);

} // namespace parley::accelerator
