// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <fstream>
#include <iterator>
#include <string>

namespace parley::backend {

/// What one of the system's small files says (/proc, /sys); empty where it isn't there.
[[nodiscard]] inline std::string systemText(const std::string& path) {
    std::ifstream file(path);
    return {std::istreambuf_iterator<char>(file), {}};
}

} // namespace parley::backend
