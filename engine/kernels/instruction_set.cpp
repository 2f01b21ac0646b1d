// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "kernels/instruction_set.h"

#include <hwy/targets.h>

#include <vector>

#if HWY_ARCH_ARM_A64 && defined(__linux__)
#include <asm/hwcap.h>
#include <sys/auxv.h>
#endif

namespace parley::kernels {

namespace {

#if HWY_ARCH_ARM_A64
bool hasDotProducts() {
#if defined(__APPLE__)
    return true; // from the first of Apple's processors for desktops on
#elif defined(__linux__)
    return (getauxval(AT_HWCAP) & HWCAP_ASIMDDP) != 0;
#else
    return false;
#endif
}
#endif

std::vector<InstructionSet> detect() {
    std::vector<InstructionSet> sets = {InstructionSet::Portable};
#if HWY_ARCH_X86_64
    const std::int64_t targets = hwy::SupportedTargets();
    if ((targets & HWY_AVX2) != 0) {
        sets.push_back(InstructionSet::Avx2);
    }
    if ((targets & HWY_AVX3) != 0) {
        sets.push_back(InstructionSet::Avx512);
        // Highway's next step also asks for instructions that are not needed here.
        if (__builtin_cpu_supports("avx512vnni") != 0) {
            sets.push_back(InstructionSet::Avx512Vnni);
        }
    }
#elif HWY_ARCH_ARM_A64
    sets.push_back(InstructionSet::Neon);
    if (hasDotProducts()) {
        sets.push_back(InstructionSet::NeonDot);
    }
#endif
    return sets;
}

} // namespace

std::string_view name(InstructionSet set) noexcept {
    switch (set) {
    case InstructionSet::Portable:
        return "portable";
    case InstructionSet::Avx2:
        return "AVX2";
    case InstructionSet::Avx512:
        return "AVX-512";
    case InstructionSet::Avx512Vnni:
        return "AVX-512 VNNI";
    case InstructionSet::Neon:
        return "NEON";
    case InstructionSet::NeonDot:
        return "NEON with dot products";
    }
    return "unknown";
}

std::span<const InstructionSet> availableInstructionSets() {
    static const std::vector<InstructionSet> sets = detect();
    return sets;
}

InstructionSet bestInstructionSet() {
    return availableInstructionSets().back();
}

} // namespace parley::kernels
