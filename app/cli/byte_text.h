// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>

namespace parley::cli {

/// "6.4 GB", "307 MB", "12 kB", "5 bytes".
[[nodiscard]] std::string byteText(std::int64_t bytes);

/// "1 h 5 min", "3 min 20 s", "12 s".
[[nodiscard]] std::string durationText(double seconds);

} // namespace parley::cli
