// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace parley::backend {

// What is there. Plain facts, so that what follows from them can be tested for machines that nobody here has.

struct CpuFacts {
    std::string name{}; ///< as its maker calls it
    int threads = 1;
    std::string features{};        ///< what the kernels use of it: "AVX-512 VNNI, bfloat16"
    bool computesBfloat16 = false; ///< has instructions that multiply in it
    std::uint64_t memoryBytes = 0; ///< of the machine; 0: not known
    std::uint64_t freeBytes = 0;   ///< that this process may still take; 0: not known
};

/// A GPU as its driver describes it, numbered as the driver shows them to this process.
struct CudaDevice {
    int index = 0;
    std::string name{};
    int major = 0; ///< of the compute capability
    int minor = 0;
    std::uint64_t memoryBytes = 0;
};

struct CudaFacts {
    enum class State {
        NoDriver, ///< there is no driver's library
        Unusable, ///< it can't be loaded, or answered with an error
        NoDevice, ///< it shows no GPU
        Ready,
    };
    State state = State::NoDriver;
    std::string trouble{};             ///< what it answered, for Unusable; English
    int cudaVersion = 0;               ///< newest CUDA that the driver knows: 13000 is 13.0; 0: not known
    std::string driver{};              ///< its own version, "580.65.06"; empty: not known
    bool isRestricted = false;         ///< CUDA_VISIBLE_DEVICES is set
    std::vector<CudaDevice> devices{}; ///< in their order
};

struct MpsFacts {
    bool isThere = false;          ///< macOS on Apple silicon, with a torch that can use the GPU
    std::string system{};          ///< its version
    std::uint64_t memoryBytes = 0; ///< that Metal recommends to take at most
};

struct Machine {
    CpuFacts cpu{};
    CudaFacts cuda{};
    MpsFacts mps{};
};

/// Looks at this machine. Drivers are opened late and only looked at; whatever they answer, or fail to, becomes a fact.
[[nodiscard]] Machine probeMachine();

/// The part of it that needs no driver.
[[nodiscard]] CpuFacts probeCpu();

} // namespace parley::backend
