// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string_view>

namespace parley::kernels {

/// What the linear kernels are written for. Portable runs on every processor.
enum class InstructionSet {
    Portable,
    Avx2,       ///< with FMA
    Avx512,     ///< F, BW, CD, DQ and VL
    Avx512Vnni, ///< and int8 dot products
    Neon,
    NeonDot, ///< and int8 dot products
};

[[nodiscard]] std::string_view name(InstructionSet set) noexcept;

/// Those that this machine has, from the slowest to the fastest. Any thread.
[[nodiscard]] std::span<const InstructionSet> availableInstructionSets();

/// The fastest one of this machine. Any thread.
[[nodiscard]] InstructionSet bestInstructionSet();

} // namespace parley::kernels
