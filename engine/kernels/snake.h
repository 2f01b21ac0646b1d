// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>

namespace parley::kernels {

/// y = x + sin²(alpha · x) · scale for one moment's `channels` values, each with its own alpha and scale; x and y may
/// be the same. Each value depends on its own x, alpha and scale alone, to the last bit, wherever it stands.
/// Any thread; picks the best instruction set at run time.
void snake(const float* x, const float* alpha, const float* scale, std::size_t channels, float* y);

} // namespace parley::kernels
