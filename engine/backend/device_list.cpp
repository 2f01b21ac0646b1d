// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "backend/device_list.h"

#include "backend/cuda_libraries.h"
#include "backend/profile.h"

#include <algorithm>
#include <utility>

namespace parley::backend {

namespace {

// What torch's CUDA build asks for (docs/devices.md).
constexpr int kCudaMajor = 13;
constexpr int kOldestDriver = 580;
constexpr int kOldestCapability = 75;   ///< 7.5
constexpr int kBfloat16Capability = 80; ///< 8.0

int capabilityOf(const CudaDevice& device) {
    return device.major * 10 + device.minor;
}

std::string dotted(int major, int minor) {
    return std::to_string(major) + "." + std::to_string(minor);
}

/// The device's formats, Auto's first, without those that its processor lacks.
std::vector<std::string> formatNames(DeviceKind kind, NumberFormat first, const std::vector<NumberFormat>& without) {
    std::vector<std::string> names{std::string(name(first))};
    for (const NumberFormat format : formatsOf(kind)) {
        if (format != first && std::find(without.begin(), without.end(), format) == without.end()) {
            names.emplace_back(name(format));
        }
    }
    return names;
}

DeviceInfo describeCpu(const CpuFacts& cpu) {
    const NumberFormat first = cpu.computesBfloat16 ? NumberFormat::Bfloat16 : NumberFormat::Float32;
    return {.id = "cpu",
            .name = phrase("%1, %2 threads", cpu.name, cpu.threads),
            .available = true,
            .dtypes = formatNames(DeviceKind::Cpu, first, {}),
            .kind = DeviceKind::Cpu,
            .dtypeReason = cpu.computesBfloat16 ? phrase("this processor computes in it")
                                                : phrase("this processor doesn't compute in bfloat16"),
            .version = cpu.name + ", " + cpu.features,
            .memoryBytes = cpu.memoryBytes,
            .freeBytes = cpu.freeBytes};
}

/// Why none of the driver's GPUs can be used; empty if they can.
Phrase driverTrouble(const CudaFacts& cuda) {
    using State = CudaFacts::State;
    if (cuda.state == State::NoDriver) {
        return phrase("there is no NVIDIA driver");
    }
    if (cuda.state == State::Unusable) {
        return phrase("the NVIDIA driver can't be used: %1", cuda.trouble);
    }
    if (cuda.state == State::NoDevice) {
        return cuda.isRestricted ? phrase("%1 hides every GPU", "CUDA_VISIBLE_DEVICES")
                                 : phrase("the NVIDIA driver shows no GPU");
    }
    if (cuda.cudaVersion >= kCudaMajor * 1000) {
        return {};
    }
    if (cuda.driver.empty()) {
        return phrase("the driver knows CUDA %1, CUDA %2 needs driver %3",
                      dotted(cuda.cudaVersion / 1000, cuda.cudaVersion % 1000 / 10), kCudaMajor, kOldestDriver);
    }
    const std::string major = cuda.driver.substr(0, cuda.driver.find('.'));
    return phrase("the driver is %1, CUDA %2 needs %3", major, kCudaMajor, kOldestDriver);
}

/// What of machine and driver keeps the GPU from being used; empty if nothing does.
Phrase machineTrouble(const CudaFacts& cuda, const CudaDevice& device) {
    Phrase trouble = driverTrouble(cuda);
    if (!trouble.empty() || capabilityOf(device) >= kOldestCapability) {
        return trouble;
    }
    return phrase("its compute capability is %1, CUDA %2 needs %3", dotted(device.major, device.minor), kCudaMajor,
                  dotted(kOldestCapability / 10, kOldestCapability % 10));
}

/// What of the program does.
Phrase buildTrouble(const BuildAbilities& build) {
    if (build.lacksCudaLibraries) {
        return phrase("CUDA's libraries aren't there; get them in the model manager, or with: %1",
                      "parley-cli models download gpu-pack");
    }
    if (!build.cudaTrouble.empty()) {
        return phrase("CUDA's libraries can't be used: %1", build.cudaTrouble);
    }
    return build.cuda ? Phrase() : phrase("this build computes on the CPU alone");
}

DeviceInfo describeGpu(const CudaFacts& cuda, const CudaDevice& device, const BuildAbilities& build) {
    const Phrase trouble = machineTrouble(cuda, device);
    DeviceInfo info{.id = "cuda:" + std::to_string(device.index),
                    .name = verbatim(device.name),
                    .reason = trouble.empty() ? buildTrouble(build) : trouble,
                    .kind = DeviceKind::Cuda,
                    .version = device.name + ", " + dotted(device.major, device.minor) + ", driver " + cuda.driver +
                               ", CUDA " + std::to_string(cuda.cudaVersion),
                    .memoryBytes = device.memoryBytes,
                    .lacksLibraries = trouble.empty() && build.lacksCudaLibraries};
    info.available = info.reason.empty();
    if (info.available) {
        const bool hasBfloat16 = capabilityOf(device) >= kBfloat16Capability;
        info.dtypes = formatNames(DeviceKind::Cuda, NumberFormat::Float16,
                                  hasBfloat16 ? std::vector<NumberFormat>{}
                                              : std::vector{NumberFormat::Bfloat16, NumberFormat::Int4});
        info.dtypeReason = phrase("half the bytes of float32 to read for each step");
    }
    return info;
}

DeviceInfo describeMps(const MpsFacts& mps, const BuildAbilities& build, std::uint64_t float32Bytes) {
    DeviceInfo info{.id = "mps",
                    .name = phrase("Apple GPU"),
                    .kind = DeviceKind::Mps,
                    .version = mps.system,
                    .memoryBytes = mps.memoryBytes};
    if (!mps.isThere || !build.mps) {
        info.reason = mps.isThere ? phrase("this build computes on the CPU alone") : phrase("there is no Apple GPU");
        return info;
    }
    info.available = true;
    // The rest is for what is computed, and for everything else on the screen.
    const bool fits = float32Bytes <= mps.memoryBytes / 5 * 3;
    info.dtypes = formatNames(DeviceKind::Mps, fits ? NumberFormat::Float32 : NumberFormat::Float16, {});
    info.dtypeReason = fits ? phrase("float32 fits in three fifths of the GPU's memory")
                            : phrase("float32 needs more than three fifths of the GPU's memory");
    return info;
}

} // namespace

BuildAbilities buildAbilities(const CudaFacts& cuda) {
    BuildAbilities abilities{.mps = true}; // any torch that has an Apple GPU can compute on it
    if (!isTorchForCuda()) {
        return abilities;
    }
    abilities.cuda = true;
    if (driverTrouble(cuda).empty()) {
        abilities.cudaTrouble = cudaLibraries().trouble;
        abilities.lacksCudaLibraries = cudaLibraries().areMissing;
    }
    return abilities;
}

std::vector<DeviceInfo> describeDevices(const Machine& machine, const BuildAbilities& build,
                                        std::uint64_t float32Bytes) {
    std::vector<DeviceInfo> devices{describeCpu(machine.cpu)};
    for (const CudaDevice& device : machine.cuda.devices) {
        devices.push_back(describeGpu(machine.cuda, device, build));
    }
    if (machine.cuda.devices.empty()) {
        devices.push_back({.id = "cuda",
                           .name = phrase("NVIDIA GPU"),
                           .reason = driverTrouble(machine.cuda),
                           .kind = DeviceKind::Cuda});
    }
    devices.push_back(describeMps(machine.mps, build, float32Bytes));
    return devices;
}

} // namespace parley::backend
