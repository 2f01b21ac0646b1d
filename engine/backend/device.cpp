// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "backend/device.h"

#include "backend/parallel.h"
#include "parley/devices.h"
#include "parley/error.h"

#include <fstream>
#include <regex>
#include <utility>

namespace parley::backend {

namespace {

/// Names of the field's number formats, so that a known one that is not to be had here is told from a typing error.
bool isKnownDType(const std::string& name) {
    for (const char* known : {"float32", "bfloat16", "float16", "float64", "int8", "int4"}) {
        if (name == known) {
            return true;
        }
    }
    return false;
}

Phrase cpuAlone() {
    return phrase("this build computes on the CPU alone");
}

void requireCpu(const std::string& device) {
    if (device == "auto" || device == "cpu") {
        return;
    }
    static const std::regex kAccelerator("(cuda(:[0-9]{1,3})?|mps)");
    if (std::regex_match(device, kAccelerator)) {
        throw EngineError(ErrorCode::DeviceUnavailable, optionPhrase("--device", device), cpuAlone(),
                          phrase("use %1 cpu or auto", "--device"));
    }
    throw EngineError(ErrorCode::OptionInvalid, optionPhrase("--device", device), phrase("is not a device"),
                      phrase("use auto, cpu, cuda, cuda:N or mps"));
}

} // namespace

ComputeTarget chooseTarget(const std::string& device, const std::string& dtype) {
    requireCpu(device);
    if (dtype == "auto" || dtype == "float32") {
        return {};
    }
    using kernels::WeightFormat;
    for (const auto& [name, format] :
         {std::pair{"bfloat16", WeightFormat::Bfloat16}, {"int8", WeightFormat::Int8}, {"int4", WeightFormat::Int4}}) {
        if (dtype == name) {
            return {.dtype = at::kBFloat16, .stepFormat = format, .dtypeName = name};
        }
    }
    if (isKnownDType(dtype)) {
        throw EngineError(ErrorCode::DTypeUnsupported, optionPhrase("--dtype", dtype),
                          phrase("the CPU can't compute in it here"), phrase("use float32, bfloat16, int8 or int4"));
    }
    throw EngineError(ErrorCode::OptionInvalid, optionPhrase("--dtype", dtype), phrase("is not a number format"),
                      phrase("use auto, float32, bfloat16, int8 or int4"));
}

std::string processorName() {
    std::ifstream info("/proc/cpuinfo");
    for (std::string line; std::getline(info, line);) {
        if (line.starts_with("model name")) {
            const std::size_t colon = line.find(": ");
            return colon == std::string::npos ? line : line.substr(colon + 2);
        }
    }
    return "processor";
}

} // namespace parley::backend

namespace parley {

std::vector<DeviceInfo> listDevices() {
    const Phrase why = backend::cpuAlone();
    return {{"cpu",
             phrase("%1, %2 threads", backend::processorName(), backend::threadCount()),
             true,
             {},
             {"float32", "bfloat16", "int8", "int4"}},
            {"cuda", phrase("NVIDIA GPU"), false, why, {}},
            {"mps", phrase("Apple GPU"), false, why, {}}};
}

} // namespace parley
