// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "backend/device.h"

#include "backend/device_list.h"
#include "backend/machine.h"
#include "backend/verdict_file.h"
#include "backend/verdicts.h"
#include "parley/error.h"

#include <algorithm>

namespace parley::backend {

namespace {

/// What the released model takes in float32, with its codec and caches (docs/performance.md).
constexpr std::uint64_t kFloat32Bytes = 7'500'000'000;

kernels::WeightFormat weightFormat(NumberFormat format) {
    switch (format) {
    case NumberFormat::Bfloat16:
        return kernels::WeightFormat::Bfloat16;
    case NumberFormat::Int8:
        return kernels::WeightFormat::Int8;
    case NumberFormat::Int4:
        return kernels::WeightFormat::Int4;
    default:
        return kernels::WeightFormat::Float32;
    }
}

} // namespace

namespace {

std::vector<DeviceInfo> describedDevices(const Machine& machine) {
    return describeDevices(machine, buildAbilities(machine.cuda), kFloat32Bytes);
}

} // namespace

at::ScalarType scalarType(NumberFormat format) noexcept {
    switch (format) {
    case NumberFormat::Float16:
        return at::kHalf;
    case NumberFormat::Bfloat16:
        return at::kBFloat16;
    default:
        return at::kFloat;
    }
}

ComputeTarget targetOf(const DeviceInfo& device, const std::string& dtype) {
    const auto format = numberFormat(dtype);
    if (!format) {
        throw EngineError(ErrorCode::OptionInvalid, optionPhrase("--dtype", dtype), phrase("is not a number format"));
    }
    const BackendProfile profile = profileOf(device.kind, *format);
    return {.device = device.kind == DeviceKind::Cpu ? at::Device(at::kCPU) : at::Device(device.id),
            .profile = profile,
            .dtype = scalarType(profile.weights),
            .stepFormat = weightFormat(profile.stepWeights),
            .deviceName = device.id,
            .dtypeName = dtype};
}

std::vector<DeviceInfo> describedDevices() {
    return describedDevices(probeMachine());
}

ComputeTarget chooseTarget(const std::string& device, const std::string& dtype) {
    return chooseTarget(device, dtype, keptVerdicts());
}

ComputeTarget chooseTarget(const std::string& device, const std::string& dtype,
                           const std::vector<SelfTestVerdict>& verdicts) {
    const Machine machine = device == "cpu" ? Machine{.cpu = probeCpu()} : probeMachine();
    const std::vector<DeviceInfo> devices = withoutWrongOnes(describedDevices(machine), verdicts);
    const Result<ComputeChoice> choice = chooseCompute(device, dtype, devices);
    if (!choice) {
        throw EngineError(choice.error());
    }
    const auto chosen = std::find_if(devices.begin(), devices.end(),
                                     [&](const DeviceInfo& each) { return each.id == choice.value().device; });
    ComputeTarget target = targetOf(*chosen, choice.value().dtype);
    const auto verdict = verdictOf(*chosen, target.dtypeName, verdicts);
    if (verdict && verdict->usesFallback) {
        target.profile = fallbackOf(target.profile);
    }
    return target;
}

} // namespace parley::backend

namespace parley {

std::vector<DeviceInfo> listDevices() {
    return backend::withoutWrongOnes(backend::describedDevices(), backend::keptVerdicts());
}

} // namespace parley
