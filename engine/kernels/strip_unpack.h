// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "kernels/strip_fill.h"

#include <cstddef>
#include <cstdint>

namespace parley::kernels {

// One panel of Int8 or Int4 (panelBytes() describes them) as 16 columns of a strip: what fillStrip() and
// fillStripPairs() do for packed weights. `inputs` begins and ends at multiples of kInputsStep. Any thread.

/// out: input k of row r to out[(k − begin) · 32 + r].
void unpackPanel(const std::byte* panel, WeightFormat format, InputRange inputs, float* out);

/// out: inputs k and k + 1 of row r, k even, to out[(k − begin) / 2 · 32 + r], rounded to bfloat16.
void unpackPanelPairs(const std::byte* panel, WeightFormat format, InputRange inputs, std::uint32_t* out);

} // namespace parley::kernels
