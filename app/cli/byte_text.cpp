// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "cli/byte_text.h"

#include <array>
#include <cmath>
#include <cstdio>

namespace parley::cli {

std::string byteText(std::int64_t bytes) {
    if (bytes < 1000) {
        return std::to_string(bytes) + " bytes";
    }
    std::array<char, 32> text{};
    const auto value = static_cast<double>(bytes);
    if (bytes < 1'000'000) {
        std::snprintf(text.data(), text.size(), "%.0f kB", value / 1e3);
    } else if (bytes < 1'000'000'000) {
        std::snprintf(text.data(), text.size(), "%.0f MB", value / 1e6);
    } else {
        std::snprintf(text.data(), text.size(), "%.1f GB", value / 1e9);
    }
    return text.data();
}

std::string durationText(double seconds) {
    const auto whole = static_cast<std::int64_t>(std::llround(seconds));
    if (whole < 60) {
        return std::to_string(whole) + " s";
    }
    return whole < 3600 ? std::to_string(whole / 60) + " min " + std::to_string(whole % 60) + " s"
                        : std::to_string(whole / 3600) + " h " + std::to_string(whole % 3600 / 60) + " min";
}

} // namespace parley::cli
