// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "checkpoint/dac_layout.h"
#include "checkpoint/dia_config.h"
#include "checkpoint/tensor_source.h"

#include <cstdint>
#include <memory>

namespace parley::checkpoint {

/// Sizes of the released 1.6-billion-parameter model and its codec.
[[nodiscard]] DiaConfig releasedDiaConfig();
[[nodiscard]] DacConfig releasedDacConfig();

/// Sizes small enough to run in a blink; what the demo uses.
[[nodiscard]] DiaConfig tinyDiaConfig();
[[nodiscard]] DacConfig tinyDacConfig();

/// Untrained weights, made while they are read: the same seed always gives the same bytes. Transformers' layout,
/// float32. They say nothing about sound; they have the sizes, and so the speed and the memory, of real ones.
[[nodiscard]] std::unique_ptr<TensorSource> randomDia(const DiaConfig& config, std::uint64_t seed);
[[nodiscard]] std::unique_ptr<TensorSource> randomDac(const DacConfig& config, std::uint64_t seed);

} // namespace parley::checkpoint
