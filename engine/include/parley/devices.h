// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "parley/phrase.h"

#include <cstdint>
#include <string>
#include <vector>

namespace parley {

/// One place to compute on.
struct DeviceInfo {
    std::string id; ///< what --device takes: "cpu", "cuda:0", "mps"
    Phrase name;    ///< what a person calls it
    bool available = false;
    Phrase reason;                   ///< why it isn't available; empty if it is
    std::vector<std::string> dtypes; ///< what --dtype takes there, the default first
};

/// What this machine has and this build can use. Any thread.
[[nodiscard]] std::vector<DeviceInfo> listDevices();

/// The most memory that this process has held so far, mapped files included, in bytes. Any thread.
[[nodiscard]] std::uint64_t peakResidentBytes();

} // namespace parley
