// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>

namespace parley::kernels {

/// y[i] = x[i] + sin²(alpha · x[i]) · scale, in one pass; x and y may be the same. Each value depends on its own x
/// alone, to the last bit, wherever the range begins or ends. Any thread; picks the best instruction set at run time.
void snake(const float* x, float* y, std::size_t count, float alpha, float scale);

} // namespace parley::kernels
