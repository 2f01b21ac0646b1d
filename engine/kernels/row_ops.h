// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>

namespace parley::kernels {

// What a decoder step does to single rows between its matrices. Any thread; the best instruction set is picked at run
// time.

/// y += x; x float32 or bfloat16 (the upper halves of float32 values).
void addRow(const float* x, std::size_t count, float* y);
void addRow(const std::uint16_t* x, std::size_t count, float* y);

/// Turns one head by its position (https://arxiv.org/abs/2104.09864), the first half of its dimensions against the
/// second. cosines and sines hold count / 2 values. y may be x.
void rotateHead(const float* x, const float* cosines, const float* sines, std::size_t count, float* y);

} // namespace parley::kernels
