// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "parley/devices.h"

#include <sys/resource.h>

#include <fstream>
#include <sstream>
#include <string>

namespace parley {

std::uint64_t peakResidentBytes() {
    // getrusage() would do, but on Linux it also counts what the process held before exec, as a copy of its parent.
    std::ifstream status("/proc/self/status");
    for (std::string line; std::getline(status, line);) {
        if (line.starts_with("VmHWM:")) {
            std::istringstream fields(line.substr(6));
            std::uint64_t kibibytes = 0;
            fields >> kibibytes;
            return kibibytes * 1024;
        }
    }
    rusage usage{};
    if (getrusage(RUSAGE_SELF, &usage) != 0) {
        return 0;
    }
    // In bytes on macOS, the one system that gets here. glibc declares the field as a union of two names for it.
    // NOLINTNEXTLINE(cppcoreguidelines-pro-type-union-access)
    return static_cast<std::uint64_t>(usage.ru_maxrss);
}

} // namespace parley
