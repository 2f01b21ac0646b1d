// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "runtime/device_verdict.h"

#include "backend/verdict_file.h"
#include "backend/verdicts.h"
#include "runtime/edge.h"
#include "runtime/stopwatch.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <utility>

namespace parley::runtime {

namespace {

// Four times what the small model shows on CPUs with AVX2 and AVX-512 (docs/devices.md), where that leaves anything:
// its matrices are so small that errors hardly average out.
constexpr std::array kTolerances{
    SelfTestTolerance{"float32", 1e-4, 1e-5, 0.01},  SelfTestTolerance{"float16", 0.01, 0.002, 0.1},
    SelfTestTolerance{"bfloat16", 0.03, 0.005, 0.2}, SelfTestTolerance{"int8", 0.04, 0.006, 0.25},
    SelfTestTolerance{"int4", 0.3, 0.06, 0.8},
};

/// A device that can't do it at all is as wrong as one can be.
SelfTestVerdict failed(const backend::ComputeTarget& target) {
    const SelfTestTolerance tolerance = toleranceOf(target.dtypeName);
    return {.device = target.deviceName,
            .dtype = target.dtypeName,
            .largestError = {HUGE_VAL, tolerance.largest},
            .rmsError = {HUGE_VAL, tolerance.rms},
            .otherChoices = {HUGE_VAL, tolerance.choices},
            .soundError = {HUGE_VAL, kSoundTolerance}};
}

SelfTestVerdict judge(const SelfTestCase& oracle, const backend::ComputeTarget& target, const std::stop_token& stop) {
    const Stopwatch watch;
    const SelfTestErrors errors = oracle.errorsOf(target, stop);
    const SelfTestTolerance tolerance = toleranceOf(target.dtypeName);
    return {.device = target.deviceName,
            .dtype = target.dtypeName,
            .largestError = {errors.largest, tolerance.largest},
            .rmsError = {errors.rms, tolerance.rms},
            .otherChoices = {errors.otherChoices, tolerance.choices},
            .soundError = {errors.sound, kSoundTolerance},
            .seconds = watch.seconds()};
}

/// Where there is too little memory, or it is to stop, nothing is said of the device.
SelfTestVerdict judgeOrFail(const SelfTestCase& oracle, const backend::ComputeTarget& target,
                            const std::stop_token& stop) {
    auto verdict = atEdge([&] { return judge(oracle, target, stop); });
    if (verdict.ok()) {
        return std::move(verdict.value());
    }
    const ErrorCode code = verdict.error().code;
    if (code == ErrorCode::Cancelled || code == ErrorCode::OutOfMemory) {
        throw EngineError(verdict.error());
    }
    return failed(target);
}

} // namespace

SelfTestTolerance toleranceOf(const std::string& dtype) {
    return *std::ranges::find_if(kTolerances,
                                 [&](const SelfTestTolerance& tolerance) { return dtype == tolerance.dtype; });
}

SelfTestVerdict tryDevice(const SelfTestCase& oracle, const DeviceInfo& device, const std::string& dtype,
                          const std::stop_token& stop) {
    backend::ComputeTarget target = backend::targetOf(device, dtype);
    SelfTestVerdict verdict = judgeOrFail(oracle, target, stop);
    if (!verdict.passed() && backend::fallbackOf(target.profile) != target.profile) {
        target.profile = backend::fallbackOf(target.profile);
        SelfTestVerdict second = judgeOrFail(oracle, target, stop);
        if (second.passed()) {
            verdict = std::move(second);
            verdict.usesFallback = true;
        }
    }
    verdict.version = backend::verdictVersion(device);
    return verdict;
}

void keep(const std::vector<SelfTestVerdict>& verdicts) {
    backend::changeVerdicts(
        [&](const std::vector<SelfTestVerdict>& known) { return backend::mergedVerdicts(known, verdicts); });
}

SelfTestVerdict keptTrial(const DeviceInfo& device, const std::string& dtype, const std::stop_token& stop,
                          const std::function<SelfTestVerdict()>& trial) {
    const files::FileLock lock = backend::beginTrial(device, dtype, stop);
    if (lock.isHeld()) {
        // Another program may have had its trial meanwhile.
        if (auto known = backend::verdictOf(device, dtype, backend::writtenDownVerdicts())) {
            return std::move(*known);
        }
    }
    const SelfTestVerdict against{
        .device = device.id, .dtype = dtype, .version = backend::verdictVersion(device), .wasCutShort = true};
    // Where verdicts can't be kept, the device is tried again next time.
    (void)atEdge([&] { keep({against}); });
    try {
        SelfTestVerdict verdict = trial();
        (void)atEdge([&] { keep({verdict}); });
        return verdict;
    } catch (...) {
        (void)atEdge([&] {
            backend::changeVerdicts(
                [&](std::vector<SelfTestVerdict> known) { return backend::withoutVerdict(std::move(known), against); });
        });
        throw;
    }
}

backend::ComputeTarget triedTarget(const std::string& device, const std::string& dtype, const std::stop_token& stop) {
    std::vector<SelfTestVerdict> known = backend::keptVerdicts();
    backend::ComputeTarget target = backend::chooseTarget(device, dtype, known);
    std::optional<SelfTestCase> oracle;
    while (backend::isAccelerated(target.profile)) {
        const std::vector<DeviceInfo> devices = backend::describedDevices();
        const auto info = std::ranges::find(devices, target.deviceName, &DeviceInfo::id);
        if (backend::verdictOf(*info, target.dtypeName, known)) {
            break; // it passed, or it would not have been chosen
        }
        if (!oracle) {
            oracle.emplace(stop);
        }
        const auto trial = [&] { return tryDevice(*oracle, *info, target.dtypeName, stop); };
        known = backend::mergedVerdicts(known, {keptTrial(*info, target.dtypeName, stop, trial)});
        target = backend::chooseTarget(device, dtype, known);
    }
    return target;
}

} // namespace parley::runtime
