// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "checkpoint/dia_config.h"
#include "sampling/code_grid.h"

#include <ATen/core/Tensor.h>

#include <cstdint>

namespace parley::runtime {

/// What a network's ids mean; the ids below the end of speech are the codec's codes.
[[nodiscard]] sampling::CodeRules rulesOf(const checkpoint::DiaConfig& config);

/// The rows [first, first + count) of a grid: [count, channels] int64, on the CPU.
[[nodiscard]] at::Tensor rowsAsTensor(const sampling::CodeGrid& grid, std::int64_t first, std::int64_t count);

} // namespace parley::runtime
