// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>

namespace parley::kernels {

/// Rounds to bfloat16, ties to even. Returns false if a value is NaN or infinite, or gets so; `out` is then not to be
/// used. Any thread; picks the best instruction set at run time.
[[nodiscard]] bool roundToBfloat16(const float* in, std::uint16_t* out, std::size_t count);

} // namespace parley::kernels
