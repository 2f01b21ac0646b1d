// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "cli/devices_report.h"

#include "cli/exit_status.h"
#include "parley/devices.h"

#include <nlohmann/json.hpp>

#include <array>
#include <cstdio>
#include <iostream>
#include <string>
#include <vector>

namespace parley::cli {

namespace {

std::string gigabytes(std::uint64_t bytes) {
    std::array<char, 32> text{};
    (void)std::snprintf(text.data(), text.size(), "%.1f GB", static_cast<double>(bytes) / 1e9);
    return text.data();
}

std::string line(const DeviceInfo& device) {
    std::string text = device.id + ": " + device.name.english();
    if (!device.available) {
        return text + "; not available: " + device.reason.english();
    }
    text += "; computes in";
    for (const std::string& dtype : device.dtypes) {
        text += " " + dtype;
    }
    if (device.memoryBytes > 0) {
        text += "; " + gigabytes(device.memoryBytes);
    }
    return device.freeBytes > 0 ? text + ", " + gigabytes(device.freeBytes) + " free" : text;
}

nlohmann::ordered_json asJson(const DeviceInfo& device) {
    return {{"id", device.id},
            {"name", device.name.english()},
            {"available", device.available},
            {"reason", device.reason.english()},
            {"dtypes", device.dtypes},
            {"version", device.version},
            {"memory_bytes", device.memoryBytes},
            {"free_bytes", device.freeBytes}};
}

int printJson(const std::vector<DeviceInfo>& devices, const ComputeChoice& choice) {
    nlohmann::ordered_json json;
    for (const DeviceInfo& device : devices) {
        json["devices"].push_back(asJson(device));
    }
    json["auto"] = {{"device", choice.device},
                    {"reason", choice.reason.english()},
                    {"dtype", choice.dtype},
                    {"dtype_reason", choice.dtypeReason.english()}};
    // A driver's words may be no UTF-8.
    std::cout << json.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace) << "\n" << std::flush;
    return kExitOk;
}

int print(const std::vector<DeviceInfo>& devices, const ComputeChoice& choice) {
    for (const DeviceInfo& device : devices) {
        std::cout << line(device) << "\n";
    }
    std::cout << "auto takes " << choice.device << ": " << choice.reason.english() << "\n"
              << "auto takes " << choice.dtype << ": " << choice.dtypeReason.english() << "\n"
              << std::flush;
    return kExitOk;
}

} // namespace

int printDevices(bool json) {
    const std::vector<DeviceInfo> all = listDevices();
    const Result<ComputeChoice> choice = chooseCompute("auto", "auto", all);
    if (!choice) {
        return report(choice.error());
    }
    return json ? printJson(all, choice.value()) : print(all, choice.value());
}

} // namespace parley::cli
