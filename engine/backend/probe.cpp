// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "backend/cuda_driver.h"
#include "backend/free_memory.h"
#include "backend/machine.h"
#include "backend/mps_watermarks.h"
#include "backend/parallel.h"
#include "kernels/instruction_set.h"
#include "kernels/strip_product.h"

#include <ATen/Context.h>
#include <ATen/detail/MPSHooksInterface.h>

#include <fstream>

namespace parley::backend {

namespace {

std::string processorName() {
    std::ifstream info("/proc/cpuinfo");
    for (std::string line; std::getline(info, line);) {
        if (line.starts_with("model name")) {
            const std::size_t colon = line.find(": ");
            return colon == std::string::npos ? line : line.substr(colon + 2);
        }
    }
    return "processor";
}

MpsFacts probeMps() {
    MpsFacts facts;
    facts.isThere = at::hasMPS(); // false off Apple's machines, where the hooks are stubs
    if (facts.isThere) {
        limitMpsMemory(); // this is torch's first question to the allocator
        facts.memoryBytes = at::detail::getMPSHooks().getRecommendedMaxMemory();
    }
    return facts;
}

} // namespace

CpuFacts probeCpu() {
    CpuFacts facts;
    facts.name = processorName();
    facts.threads = threadCount();
    facts.computesBfloat16 = kernels::multipliesBfloat16();
    facts.features = std::string(kernels::name(kernels::bestInstructionSet()));
    if (facts.computesBfloat16) {
        facts.features += ", bfloat16";
    }
    facts.memoryBytes = mainMemoryBytes();
    facts.freeBytes = freeMainMemoryBytes();
    return facts;
}

Machine probeMachine() {
    return {probeCpu(), probeCuda(), probeMps()};
}

} // namespace parley::backend
