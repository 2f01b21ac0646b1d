// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "sampling/philox.h"

#include <cmath>

namespace parley::sampling {

float gumbel(std::uint32_t word) noexcept {
    return -std::log(-std::log(uniform(word)));
}

} // namespace parley::sampling
