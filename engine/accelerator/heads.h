// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>

namespace parley::accelerator {

/// Heads of an attention.
struct Heads {
    std::int64_t queries = 0;
    std::int64_t keys = 0; ///< as many values
    std::int64_t dim = 0;
    [[nodiscard]] std::int64_t group() const noexcept { return queries / keys; }
};

} // namespace parley::accelerator
