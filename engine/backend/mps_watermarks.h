// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

namespace parley::backend {

/// Where torch's allocator for Apple's GPUs stops (high: what doesn't fit is an error) and where it begins to collect
/// what it keeps (low), as shares of the memory that Metal recommends: the values of torch's two variables.
struct MpsWatermarks {
    std::string high; ///< empty: the variable isn't set
    std::string low;

    bool operator==(const MpsWatermarks&) const = default;
};

/// What to set of it. Torch's own limit is 1.7 times what Metal recommends, which is more than a Mac has: it would swap
/// before anything is refused. What a person has set stays, with a low mark that torch accepts with it, as far as it is
/// one: it refuses all work where low is above high, as its own 1.4 is above most. A pure function.
[[nodiscard]] MpsWatermarks missingWatermarks(const MpsWatermarks& chosen);

/// Sets what is missing. Before torch's allocator for Apple's GPUs is first asked for anything, and only then.
void limitMpsMemory();

} // namespace parley::backend
