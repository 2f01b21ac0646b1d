// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "support/trial_probe.h"

#include "backend/verdict_file.h"
#include "backend/verdicts.h"
#include "runtime/device_verdict.h"

#include <sys/wait.h>
#include <unistd.h>

#include <future>
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

SelfTestVerdict passed() {
    return {.device = "cuda:0", .dtype = "float16", .version = backend::verdictVersion(someGpu())};
}

/// Another program, which a driver ends in the middle of its trial.
void endInATrial() {
    const pid_t child = fork();
    if (child == 0) {
        (void)runtime::keptTrial(someGpu(), "float16", {}, []() -> SelfTestVerdict { _exit(1); });
        _exit(0);
    }
    (void)waitpid(child, nullptr, 0);
}

} // namespace

KeptAround aTrial() {
    KeptAround kept;
    try {
        (void)runtime::keptTrial(someGpu(), "float16", {}, [&]() -> SelfTestVerdict {
            kept.offeredWhileItGoesOn = isOffered() && backend::writtenDownVerdicts().size() == 1;
            throw std::runtime_error("the GPU is busy");
        });
    } catch (const std::runtime_error&) {
        kept.nothingWhereItThrows = isOffered() && backend::writtenDownVerdicts().empty();
    }
    endInATrial();
    kept.againstWhereItEndsAll = !isOffered();
    runtime::keep({passed()}); // as `selftest` does
    kept.itsOwnAfterwards = isOffered() && backend::keptVerdicts().size() == 1;
    return kept;
}

bool takesTheVerdictOfAnother() {
    bool hasTried = false;
    std::optional<std::future<SelfTestVerdict>> second;
    (void)runtime::keptTrial(someGpu(), "float16", {}, [&] {
        std::promise<void> begun;
        second = std::async(std::launch::async, [&] {
            begun.set_value();
            return runtime::keptTrial(someGpu(), "float16", {}, [&] {
                hasTried = true;
                return passed();
            });
        });
        begun.get_future().wait();
        SelfTestVerdict verdict = passed();
        verdict.usesFallback = true;
        return verdict;
    });
    return second->get().usesFallback && !hasTried;
}

std::optional<ErrorCode> stoppedWhileAnotherTries() {
    std::optional<ErrorCode> code;
    (void)runtime::keptTrial(someGpu(), "float16", {}, [&] {
        std::stop_source stop;
        stop.request_stop();
        try {
            (void)runtime::keptTrial(someGpu(), "float16", stop.get_token(), &passed);
        } catch (const EngineError& error) {
            code = error.error().code;
        }
        return passed();
    });
    return code;
}

} // namespace parley::test
