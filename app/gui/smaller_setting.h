// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "parley/devices.h"
#include "parley/memory.h"

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace parley::gui {

/// What didn't fit into memory.
struct MemoryTrouble {
    std::string device;         ///< that it was to be computed on, as DeviceInfo::id
    std::string dtype;          ///< in which it was
    bool isLoaded = false;      ///< the model itself was in memory
    int others = 0;             ///< takes that were being made at the same time
    std::int64_t rows = 0;      ///< of codes that the take may have; 0: it was about no take
    std::int64_t leastRows = 0; ///< fewer than that are no take
};

/// A setting that takes less.
struct SmallerSetting {
    enum class Kind {
        FewerTogether, ///< `together` takes at a time
        Format,        ///< another one on the same device
        Shorter,       ///< at most `rows`
        Cpu,           ///< in `dtype`
    };
    Kind kind = Kind::Format;
    std::string device;
    std::string dtype;
    int together = 0;
    std::int64_t rows = 0;
    std::uint64_t bytes = 0;       ///< that it needs in all
    std::uint64_t bytesBefore = 0; ///< that was needed in all

    bool operator==(const SmallerSetting&) const = default;
};

/// What a take of so many rows needs on a device in a number format; zeros where that isn't known.
using NeedOf = std::function<MemoryNeed(const std::string& device, const std::string& dtype, std::int64_t rows)>;

/// The setting nearest to what was asked for that fits: fewer takes at a time; where the model was in memory, a shorter
/// take, then the largest smaller format; where it wasn't, the format first; then the CPU. Nothing if none fits.
/// Depends on its arguments alone.
[[nodiscard]] std::optional<SmallerSetting>
nearestSmaller(const MemoryTrouble& trouble, const std::vector<DeviceInfo>& devices, const NeedOf& needOf);

} // namespace parley::gui
