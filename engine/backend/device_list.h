// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/machine.h"
#include "parley/devices.h"

#include <cstdint>
#include <string>
#include <vector>

namespace parley::backend {

/// What a build has code for, beside the CPU's.
struct BuildAbilities {
    bool cuda = false;
    bool mps = false;
    std::string cudaTrouble{}; ///< why its code for CUDA can't be used here; English, empty: it can, or there is none
    bool lacksCudaLibraries = false; ///< and that trouble is that a GPU pack isn't there
};

/// This build's. Where there is a driver for it, CUDA's libraries are opened.
[[nodiscard]] BuildAbilities buildAbilities(const CudaFacts& cuda);

/// What of a machine can be used, and why the rest can't. float32Bytes: what a model takes in float32; Auto's format on
/// Apple's GPUs depends on it. A pure function.
[[nodiscard]] std::vector<DeviceInfo> describeDevices(const Machine& machine, const BuildAbilities& build,
                                                      std::uint64_t float32Bytes);

} // namespace parley::backend
