// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "kernels/linear_kernels.h"

#include <hwy/detect_targets.h>

#include <array>

namespace parley::kernels {

namespace {

constexpr std::size_t kSets = static_cast<std::size_t>(InstructionSet::NeonDot) + 1;

using Table = std::array<LinearKernels, kSets>;

Table makeTable() {
    Table table;
    const auto add = [&](InstructionSet set, PanelKernel int8, PanelKernel int4) {
        LinearKernels& kernels = table.at(static_cast<std::size_t>(set));
        kernels = floatKernels(set);
        kernels.int8 = int8;
        kernels.int4 = int4;
    };
    add(InstructionSet::Portable, int8Portable, int4Portable);
#if HWY_ARCH_X86_64
    add(InstructionSet::Avx2, int8Avx2, int4Avx2);
    add(InstructionSet::Avx512, int8Avx512, int4Avx512);
    add(InstructionSet::Avx512Vnni, int8Avx512Vnni, int4Avx512Vnni);
#elif HWY_ARCH_ARM_A64
    add(InstructionSet::Neon, int8Neon, int4Neon);
    add(InstructionSet::NeonDot, int8NeonDot, int4NeonDot);
#endif
    return table;
}

} // namespace

const LinearKernels& linearKernels(InstructionSet set) {
    static const Table table = makeTable();
    return table.at(static_cast<std::size_t>(set));
}

} // namespace parley::kernels
