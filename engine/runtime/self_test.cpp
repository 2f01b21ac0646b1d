// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "parley/self_test.h"

#include "backend/device.h"
#include "backend/parallel.h"
#include "backend/verdicts.h"
#include "files/atomic_file.h"
#include "runtime/edge.h"
#include "runtime/self_test_case.h"
#include "runtime/stopwatch.h"

#include <c10/core/InferenceMode.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <span>
#include <system_error>

namespace parley {

namespace {

struct Tolerance {
    const char* dtype;
    double largest;
    double rms;
    double choices;
};

// Four times what the small model shows on CPUs with AVX2 and AVX-512 (docs/devices.md), where that leaves anything:
// its matrices are so small that errors hardly average out.
constexpr std::array kTolerances{
    Tolerance{"float32", 1e-4, 1e-5, 0.01},  Tolerance{"float16", 0.01, 0.002, 0.1},
    Tolerance{"bfloat16", 0.03, 0.005, 0.2}, Tolerance{"int8", 0.04, 0.006, 0.25},
    Tolerance{"int4", 0.3, 0.06, 0.8},
};

Tolerance toleranceOf(const std::string& dtype) {
    return *std::find_if(kTolerances.begin(), kTolerances.end(),
                         [&](const Tolerance& tolerance) { return dtype == tolerance.dtype; });
}

/// The devices and formats that are meant, also those that were found wrong before.
std::vector<std::pair<DeviceInfo, std::string>> meant(const SelfTestOptions& options) {
    const std::vector<DeviceInfo> devices = backend::describedDevices();
    const std::string dtype = options.dtype == "all" ? "auto" : options.dtype;
    std::vector<std::pair<DeviceInfo, std::string>> all;
    for (const DeviceInfo& device : devices) {
        const Result<ComputeChoice> choice =
            chooseCompute(options.device == "all" ? device.id : options.device, dtype, devices);
        if (!choice && options.device != "all") {
            throw EngineError(choice.error());
        }
        if (!choice || choice.value().device != device.id) {
            continue;
        }
        for (const std::string& each : options.dtype == "all" ? device.dtypes : std::vector{choice.value().dtype}) {
            all.emplace_back(device, each);
        }
    }
    return all;
}

std::vector<SelfTestVerdict> test(const SelfTestOptions& options, const std::stop_token& stop) {
    const c10::InferenceMode inference;
    backend::prepareThread();
    backend::setThreads(options.threads);
    const auto candidates = meant(options);
    const runtime::SelfTestCase oracle(stop);
    std::vector<SelfTestVerdict> verdicts;
    for (const auto& [device, dtype] : candidates) {
        const runtime::Stopwatch watch;
        const runtime::SelfTestErrors errors = oracle.errorsOf(backend::targetOf(device, dtype), stop);
        const Tolerance tolerance = toleranceOf(dtype);
        verdicts.push_back({.device = device.id,
                            .dtype = dtype,
                            .version = backend::verdictVersion(device),
                            .largestError = {errors.largest, tolerance.largest},
                            .rmsError = {errors.rms, tolerance.rms},
                            .otherChoices = {errors.otherChoices, tolerance.choices},
                            .soundError = {errors.sound, runtime::kSoundTolerance},
                            .seconds = watch.seconds()});
    }
    return verdicts;
}

void keep(const std::vector<SelfTestVerdict>& verdicts) {
    const std::filesystem::path path = backend::verdictFile();
    if (path.empty()) {
        return;
    }
    std::error_code ignored; // the file's own failure says more
    std::filesystem::create_directories(path.parent_path(), ignored);
    const std::string text = backend::writtenVerdicts(backend::mergedVerdicts(backend::keptVerdicts(), verdicts));
    files::AtomicFile file(path, ErrorCode::FileUnwritable);
    file.write(std::as_bytes(std::span(text)));
    file.commit();
}

} // namespace

Result<std::vector<SelfTestVerdict>> runSelfTest(const SelfTestOptions& options, const std::stop_token& stop) {
    return runtime::atEdge([&] { return test(options, stop); });
}

Result<std::monostate> keepVerdicts(const std::vector<SelfTestVerdict>& verdicts) {
    return runtime::atEdge([&] { keep(verdicts); });
}

} // namespace parley
