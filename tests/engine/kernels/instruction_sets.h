// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <hwy/targets.h>

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace parley::test {

/// Has the next call of a kernel choose this instruction set; 0 restores the best one.
inline void useInstructionSet(std::int64_t target) {
    hwy::SetSupportedTargetsForTest(target);
    hwy::GetChosenTarget().Update(hwy::SupportedTargets());
}

/// Every instruction set that kernels were built for and this machine has, with its name.
inline std::vector<std::pair<std::int64_t, std::string>> instructionSets() {
    std::vector<std::pair<std::int64_t, std::string>> sets;
    for (const std::int64_t target : hwy::SupportedAndGeneratedTargets()) {
        sets.emplace_back(target, hwy::TargetName(target));
    }
    return sets;
}

} // namespace parley::test
