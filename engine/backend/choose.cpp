// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "backend/number_format.h"
#include "parley/devices.h"

#include <algorithm>
#include <optional>
#include <regex>
#include <utility>

namespace parley {

namespace {

constexpr const char* kAuto = "auto";
constexpr const char* kDevice = "--device";
constexpr const char* kDType = "--dtype";

using Devices = std::vector<DeviceInfo>;

/// "a, b or c".
Phrase oneOf(const std::vector<std::string>& names) {
    Phrase all = verbatim(names.front());
    for (std::size_t i = 1; i < names.size(); ++i) {
        all = i + 1 < names.size() ? phrase("%1, %2", all, names[i]) : phrase("%1 or %2", all, names[i]);
    }
    return all;
}

Error deviceError(ErrorCode code, const std::string& asked, Phrase problem, const Devices& devices) {
    std::vector<std::string> usable{kAuto};
    for (const DeviceInfo& device : devices) {
        if (device.available) {
            usable.push_back(device.id);
        }
    }
    return {code, optionPhrase(kDevice, asked), std::move(problem), phrase("use %1 %2", kDevice, oneOf(usable))};
}

const DeviceInfo* firstAvailable(const Devices& devices, DeviceKind kind) {
    const auto found = std::find_if(devices.begin(), devices.end(),
                                    [&](const DeviceInfo& device) { return device.kind == kind && device.available; });
    return found == devices.end() ? nullptr : &*found;
}

/// Why no accelerator is used, each reason once.
Phrase whyCpu(const Devices& devices) {
    std::vector<std::string> known;
    Phrase all;
    for (const DeviceInfo& device : devices) {
        const std::string reason = device.reason.english();
        if (device.kind == DeviceKind::Cpu || std::find(known.begin(), known.end(), reason) != known.end()) {
            continue;
        }
        known.push_back(reason);
        all = all.empty() ? device.reason : phrase("%1; %2", all, device.reason);
    }
    return all;
}

struct Chosen {
    const DeviceInfo* device = nullptr;
    Phrase reason;
};

Result<Chosen> chooseAuto(const Devices& devices) {
    if (const DeviceInfo* const cuda = firstAvailable(devices, DeviceKind::Cuda)) {
        return Chosen{cuda, phrase("the first NVIDIA GPU that can be used")};
    }
    if (const DeviceInfo* const mps = firstAvailable(devices, DeviceKind::Mps)) {
        return Chosen{mps, phrase("this Mac's GPU")};
    }
    if (const DeviceInfo* const cpu = firstAvailable(devices, DeviceKind::Cpu)) {
        return Chosen{cpu, whyCpu(devices)};
    }
    return Error{ErrorCode::DeviceUnavailable, optionPhrase(kDevice, kAuto), phrase("no device can be used"), {}};
}

/// The device that is meant by "cpu", "cuda", "cuda:1" or "mps".
Result<Chosen> chooseNamed(const std::string& asked, const Devices& devices) {
    static const std::regex kKnown("cpu|cuda(:[0-9]{1,3})?|mps");
    if (!std::regex_match(asked, kKnown)) {
        return Error{ErrorCode::OptionInvalid, optionPhrase(kDevice, asked), phrase("is not a device"),
                     phrase("use auto, cpu, cuda, cuda:N or mps")};
    }
    const auto isMeant = [&](const DeviceInfo& device) {
        return device.id == asked || (asked == "cuda" && device.kind == DeviceKind::Cuda && device.available);
    };
    const auto sameKind = [&](const DeviceInfo& device) { return device.id.starts_with(asked.substr(0, 4)); };
    auto found = std::find_if(devices.begin(), devices.end(), isMeant);
    const bool isNumbered = asked.find(':') != std::string::npos;
    if (found == devices.end()) {
        found = std::find_if(devices.begin(), devices.end(), sameKind);
        const bool isWrongNumber = found != devices.end() && isNumbered && found->id != "cuda";
        if (isWrongNumber || found == devices.end()) {
            return deviceError(ErrorCode::DeviceUnavailable, asked, phrase("there is no such GPU"), devices);
        }
    }
    if (!found->available) {
        return deviceError(ErrorCode::DeviceUnavailable, asked, found->reason, devices);
    }
    return Chosen{&*found, phrase("it was asked for")};
}

std::optional<Error> dtypeError(const std::string& dtype, const DeviceInfo& device) {
    if (std::find(device.dtypes.begin(), device.dtypes.end(), dtype) != device.dtypes.end()) {
        return std::nullopt;
    }
    const bool isKnown = dtype == "float64" || backend::numberFormat(dtype);
    return Error{isKnown ? ErrorCode::DTypeUnsupported : ErrorCode::OptionInvalid, optionPhrase(kDType, dtype),
                 isKnown ? phrase("%1 doesn't compute in it", device.id) : phrase("is not a number format"),
                 phrase("use %1 %2", kDType, oneOf(device.dtypes))};
}

} // namespace

Result<ComputeChoice> chooseCompute(const std::string& device, const std::string& dtype, const Devices& devices) {
    const Result<Chosen> chosen = device == kAuto ? chooseAuto(devices) : chooseNamed(device, devices);
    if (!chosen) {
        return chosen.error();
    }
    const DeviceInfo& info = *chosen.value().device;
    ComputeChoice choice{.device = info.id, .reason = chosen.value().reason};
    if (dtype == kAuto) {
        choice.dtype = info.dtypes.front();
        choice.dtypeReason = info.dtypeReason;
    } else if (const auto error = dtypeError(dtype, info)) {
        return *error;
    } else {
        choice.dtype = dtype;
        choice.dtypeReason = phrase("it was asked for");
    }
    if (info.kind == DeviceKind::Mps && choice.dtype == "bfloat16") {
        choice.note = phrase("M1 and M2 emulate bfloat16, so it is no faster there");
    }
    return choice;
}

} // namespace parley
