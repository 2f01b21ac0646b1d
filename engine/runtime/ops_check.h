// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "accelerator/device_ops.h"
#include "backend/device.h"

#include <cstdint>
#include <initializer_list>

namespace parley::runtime {

/// How far a device's kernels are off.
struct OpsErrors {
    double largest = 0;    ///< of all they compute, as a share of the range that the right values take
    double otherDraws = 0; ///< share of ids that are not the host sampler's
};

/// Tries `ops` over heads and widths as Dia's decoder has them, which the small model of the self-test hasn't, with
/// these numbers of rows. What is right: torch's operators on the CPU in float32, the CPU's kernels for packed
/// weights, and sampling::Sampler.
[[nodiscard]] OpsErrors checkOps(const accelerator::DeviceOps& ops, const backend::ComputeTarget& target,
                                 std::initializer_list<std::int64_t> rows = {1, 2, 5, 18});

} // namespace parley::runtime
