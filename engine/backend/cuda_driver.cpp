// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "backend/cuda_driver.h"

#include "backend/system_text.h"

#include <dlfcn.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <regex>

namespace parley::backend {

namespace {

// Of cuda.h, which may not be there where this is built.
constexpr int kSuccess = 0;
constexpr int kErrorNoDevice = 100;
constexpr int kCapabilityMajor = 75;
constexpr int kCapabilityMinor = 76;

constexpr int kMostDevices = 64; ///< more is no answer of a driver

struct Refused {
    std::string trouble;
};

/// The driver's functions, each looked up when it is first needed.
class Driver {
public:
    explicit Driver(void* library) : m_library(library) {}

    /// Calls a function of the driver's; what it answers.
    template <typename... Arguments>
    int call(const char* function, Arguments... arguments) const {
        void* const symbol = dlsym(m_library, function);
        if (symbol == nullptr) {
            throw Refused{std::string("it has no ") + function};
        }
        return reinterpret_cast<int (*)(Arguments...)>(symbol)(arguments...);
    }

    template <typename... Arguments>
    void require(const char* function, Arguments... arguments) const {
        const int answer = call(function, arguments...);
        if (answer != kSuccess) {
            throw Refused{std::string(function) + " failed with error " + std::to_string(answer)};
        }
    }

private:
    void* m_library;
};

/// Up to the first zero, without what can't be shown.
std::string shown(const std::array<char, 256>& text) {
    std::string name(text.begin(), std::find(text.begin(), text.end(), '\0'));
    std::erase_if(name, [](char c) { return c < ' ' || c > '~'; });
    return name;
}

CudaDevice deviceAt(const Driver& driver, int index) {
    CudaDevice device{.index = index};
    int handle = 0;
    driver.require("cuDeviceGet", &handle, index);
    std::array<char, 256> name{};
    driver.require("cuDeviceGetName", name.data(), static_cast<int>(name.size()) - 1, handle);
    device.name = shown(name);
    std::size_t bytes = 0;
    driver.require("cuDeviceTotalMem_v2", &bytes, handle);
    device.memoryBytes = bytes;
    driver.require("cuDeviceGetAttribute", &device.major, kCapabilityMajor, handle);
    driver.require("cuDeviceGetAttribute", &device.minor, kCapabilityMinor, handle);
    return device;
}

void ask(const Driver& driver, CudaFacts& facts) {
    driver.require("cuDriverGetVersion", &facts.cudaVersion);
    const int started = driver.call("cuInit", 0U);
    if (started == kErrorNoDevice) {
        facts.state = CudaFacts::State::NoDevice;
        return;
    }
    if (started != kSuccess) {
        throw Refused{"cuInit failed with error " + std::to_string(started)};
    }
    int count = 0;
    driver.require("cuDeviceGetCount", &count);
    if (count < 0 || count > kMostDevices) {
        throw Refused{"it counts " + std::to_string(count) + " GPUs"};
    }
    for (int index = 0; index < count; ++index) {
        facts.devices.push_back(deviceAt(driver, index));
    }
    facts.state = count == 0 ? CudaFacts::State::NoDevice : CudaFacts::State::Ready;
}

} // namespace

std::string driverVersion(std::string_view text) {
    static const std::regex kVersion(R"( ([0-9]{3,4}(\.[0-9]{1,4}){1,2}) )");
    const std::string first(text.substr(0, std::min(text.find('\n'), std::size_t{512})));
    std::smatch found;
    return std::regex_search(first, found, kVersion) ? found[1].str() : std::string();
}

CudaFacts probeCuda(const std::string& library) {
    CudaFacts facts;
    facts.isRestricted = std::getenv("CUDA_VISIBLE_DEVICES") != nullptr; // NOLINT: nobody sets it while we run
    // It must stay: a driver that was started can't be taken out of a process.
    void* const handle = dlopen(library.c_str(), RTLD_NOW | RTLD_LOCAL | RTLD_NODELETE);
    if (handle == nullptr) {
        const char* const why = dlerror();
        facts.trouble = why == nullptr ? "it can't be loaded" : why;
        const bool isMissing = facts.trouble.find("No such file") != std::string::npos;
        facts.state = isMissing ? CudaFacts::State::NoDriver : CudaFacts::State::Unusable;
        return facts;
    }
    facts.driver = driverVersion(systemText("/proc/driver/nvidia/version"));
    try {
        ask(Driver(handle), facts);
    } catch (const Refused& refused) {
        facts.state = CudaFacts::State::Unusable;
        facts.trouble = refused.trouble;
        facts.devices.clear();
    }
    return facts;
}

} // namespace parley::backend
