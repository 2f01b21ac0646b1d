// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/profile.h"
#include "checkpoint/dia_config.h"
#include "checkpoint/dia_layout.h"

#include <cstdint>
#include <vector>

namespace parley::model {

/// Whether a tensor is a norm, which stays in float32 everywhere.
[[nodiscard]] bool isVector(const checkpoint::WeightPlan& plan);

/// How a profile holds one of the network's tensors.
[[nodiscard]] backend::NumberFormat heldAs(const checkpoint::WeightPlan& plan, const backend::BackendProfile& profile);

/// Bytes of all weights in memory.
[[nodiscard]] std::uint64_t weightBytes(const std::vector<checkpoint::WeightPlan>& plan,
                                        const backend::BackendProfile& profile);

/// Bytes of the matrices that every decoder step reads, for all of its rows together.
[[nodiscard]] std::uint64_t stepBytes(const std::vector<checkpoint::WeightPlan>& plan,
                                      const backend::BackendProfile& profile);

/// Bytes of one guided sequence's caches: both rows' keys and values for `rows` rows of codes, and those of a text.
[[nodiscard]] std::uint64_t cacheBytes(const checkpoint::DiaConfig& config, const backend::BackendProfile& profile,
                                       std::int64_t rows, std::int64_t textBytes);

} // namespace parley::model
