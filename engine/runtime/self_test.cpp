// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "parley/self_test.h"

#include "backend/device.h"
#include "backend/parallel.h"
#include "runtime/device_verdict.h"
#include "runtime/edge.h"
#include "runtime/self_test_case.h"

#include <c10/core/InferenceMode.h>

namespace parley {

namespace {

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
    verdicts.reserve(candidates.size());
    for (const auto& [device, dtype] : candidates) {
        verdicts.push_back(runtime::tryDevice(oracle, device, dtype, stop));
    }
    return verdicts;
}

} // namespace

Result<std::vector<SelfTestVerdict>> runSelfTest(const SelfTestOptions& options, const std::stop_token& stop) {
    return runtime::atEdge([&] { return test(options, stop); });
}

Result<std::monostate> keepVerdicts(const std::vector<SelfTestVerdict>& verdicts) {
    return runtime::atEdge([&] { runtime::keep(verdicts); });
}

} // namespace parley
