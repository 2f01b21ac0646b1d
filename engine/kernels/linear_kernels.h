// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "kernels/instruction_set.h"
#include "kernels/prepared_rows.h"

#include <cstddef>

namespace parley::kernels {

/// One call of a kernel: at most kPanelRows outputs for all rows of x.
struct Panel {
    RowsView x;
    const std::byte* weights = nullptr; ///< where the rows of W, or their panel, begin
    std::size_t outputs = 0;            ///< packed weights always make kPanelRows
    float* out = nullptr;               ///< [rows, kPanelRows]
};

using PanelKernel = void (*)(const Panel& panel);

/// The kernels of one instruction set. Whatever else is computed along, a sum has one order of its own.
struct LinearKernels {
    PanelKernel float32 = nullptr;
    PanelKernel bfloat16 = nullptr;
    PanelKernel int8 = nullptr;
    PanelKernel int4 = nullptr;
};

/// `set` has to be one that this machine has. Any thread.
[[nodiscard]] const LinearKernels& linearKernels(InstructionSet set);

/// The part of the table that is written with Highway: float32 and bfloat16.
[[nodiscard]] LinearKernels floatKernels(InstructionSet set);

// Both packed kernels of an instruction set, each in a file of its own.
void int8Portable(const Panel& panel);
void int4Portable(const Panel& panel);
void int8Avx2(const Panel& panel);
void int4Avx2(const Panel& panel);
void int8Avx512(const Panel& panel);
void int4Avx512(const Panel& panel);
void int8Avx512Vnni(const Panel& panel);
void int4Avx512Vnni(const Panel& panel);
void int8Neon(const Panel& panel);
void int4Neon(const Panel& panel);
void int8NeonDot(const Panel& panel);
void int4NeonDot(const Panel& panel);

} // namespace parley::kernels
