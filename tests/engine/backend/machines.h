// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/machine.h"

#include <utility>

namespace parley::test {

inline constexpr std::uint64_t kGigabyte = 1'000'000'000;

inline backend::Machine plainMachine() {
    return {.cpu = {.name = "Zen", .threads = 8, .features = "AVX2", .memoryBytes = 16 * kGigabyte}};
}

inline backend::Machine withBfloat16(backend::Machine machine) {
    machine.cpu.computesBfloat16 = true;
    return machine;
}

/// A good driver with these GPUs.
inline backend::Machine withGpus(backend::Machine machine, std::vector<backend::CudaDevice> devices) {
    machine.cuda = {.state = backend::CudaFacts::State::Ready,
                    .cudaVersion = 13000,
                    .driver = "580.65.06",
                    .devices = std::move(devices)};
    return machine;
}

inline backend::Machine withAppleGpu(backend::Machine machine, std::uint64_t memoryBytes) {
    machine.mps = {.isThere = true, .system = "15.1", .memoryBytes = memoryBytes};
    return machine;
}

inline const backend::CudaDevice kH100{
    .index = 0, .name = "H100", .major = 9, .minor = 0, .memoryBytes = 80 * kGigabyte};
inline const backend::CudaDevice kT4{.index = 1, .name = "T4", .major = 7, .minor = 5, .memoryBytes = 16 * kGigabyte};
inline const backend::CudaDevice kPascal{
    .index = 0, .name = "GTX 1080", .major = 6, .minor = 1, .memoryBytes = 8 * kGigabyte};

} // namespace parley::test
