// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "parley/error.h"
#include "parley/phrase.h"

#include <cstdint>
#include <string>
#include <vector>

namespace parley {

enum class DeviceKind { Cpu, Cuda, Mps };

/// One place to compute on.
struct DeviceInfo {
    std::string id{}; ///< what --device takes: "cpu", "cuda:0", "mps"; "cuda" where there is no NVIDIA GPU to number
    Phrase name{};    ///< what a person calls it
    bool available = false;
    Phrase reason{};                   ///< why it isn't available; empty if it is
    std::vector<std::string> dtypes{}; ///< what --dtype takes there, Auto's choice first
    DeviceKind kind = DeviceKind::Cpu;
    Phrase dtypeReason{};          ///< why Auto takes the first one
    std::string version{};         ///< of its driver and its abilities: what was found of it holds as long as this
    std::uint64_t memoryBytes = 0; ///< of what it computes in; 0: not known
    std::uint64_t freeBytes = 0;   ///< of that; 0: not known
    bool lacksLibraries = false;   ///< not available, but with a GPU pack it would be
};

/// What this machine has and this build can use, the CPU first. Drivers are only looked at, and a broken one is a
/// reason. Any thread.
[[nodiscard]] std::vector<DeviceInfo> listDevices();

/// What a wish for a device and a number format comes to.
struct ComputeChoice {
    std::string device{}; ///< a DeviceInfo::id
    std::string dtype{};
    Phrase reason{};      ///< why this device: "the driver is 470, CUDA 13 needs 580"
    Phrase dtypeReason{}; ///< why this format
    Phrase note{};        ///< what should be known of it; may be empty
};

/// Chooses among `devices` as --device ("auto", "cpu", "cuda", "cuda:1", "mps") and --dtype ("auto", "float16", …) ask:
/// Auto takes the first NVIDIA GPU that can be used, else Apple's, else the CPU. Depends on its arguments alone.
/// Errors: OptionInvalid for an unknown name, DeviceUnavailable and DTypeUnsupported for a known one that can't be had,
/// with what can. Any thread.
[[nodiscard]] Result<ComputeChoice> chooseCompute(const std::string& device, const std::string& dtype,
                                                  const std::vector<DeviceInfo>& devices);

/// The most memory that this process has held so far, mapped files included, in bytes. Any thread.
[[nodiscard]] std::uint64_t peakResidentBytes();

} // namespace parley
