// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "support/trial_probe.h"

#include "backend/verdicts.h"
#include "runtime/device_verdict.h"

#include <stdexcept>

namespace parley::test {

namespace {

const DeviceInfo& someGpu() {
    static const DeviceInfo kGpu = [] {
        DeviceInfo gpu;
        gpu.kind = DeviceKind::Cuda;
        gpu.id = "cuda:0";
        gpu.version = "580.1";
        gpu.available = true;
        gpu.dtypes = {"float16"};
        return gpu;
    }();
    return kGpu;
}

bool isOffered() {
    return backend::withoutWrongOnes({someGpu()}, backend::keptVerdicts()).front().available;
}

} // namespace

KeptAround aTrial() {
    KeptAround kept;
    const SelfTestVerdict passed{.device = "cuda:0", .dtype = "float16", .version = backend::verdictVersion(someGpu())};
    try {
        (void)runtime::keptTrial(someGpu(), "float16", [&]() -> SelfTestVerdict {
            kept.againstWhileItGoesOn = !isOffered();
            throw std::runtime_error("the GPU is busy");
        });
    } catch (const std::runtime_error&) {
        kept.nothingWhereItThrows = isOffered() && backend::keptVerdicts().empty();
    }
    (void)runtime::keptTrial(someGpu(), "float16", [&] { return passed; });
    kept.itsOwnAfterwards = isOffered() && backend::keptVerdicts().size() == 1;
    return kept;
}

} // namespace parley::test
