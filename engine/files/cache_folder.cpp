// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "parley/model_options.h"

#include <cstdlib>

namespace parley {

namespace {

std::filesystem::path folderIn(const char* variable) {
    const char* const value = std::getenv(variable); // NOLINT(concurrency-mt-unsafe): nothing here sets any
    return value != nullptr ? value : std::filesystem::path();
}

} // namespace

std::filesystem::path defaultPackedCache() {
    if (std::filesystem::path chosen = folderIn("PARLEY_CACHE_DIR"); !chosen.empty()) {
        return chosen;
    }
    const std::filesystem::path home = folderIn("HOME");
#ifdef __APPLE__
    return home.empty() ? home : home / "Library" / "Caches" / "Parley" / "packed";
#else
    if (const std::filesystem::path caches = folderIn("XDG_CACHE_HOME"); caches.is_absolute()) {
        return caches / "parley" / "packed";
    }
    return home.empty() ? home : home / ".cache" / "parley" / "packed";
#endif
}

} // namespace parley
