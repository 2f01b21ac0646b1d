// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "parley/devices.h"
#include "parley/self_test.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace parley::backend {

/// What a verdict over a device is kept for: its driver and abilities, this program, and torch.
[[nodiscard]] std::string verdictVersion(const DeviceInfo& device);

/// One line each: device, dtype, version, which attention, the figures. What is no such line is passed over when it is
/// read.
[[nodiscard]] std::string writtenVerdicts(const std::vector<SelfTestVerdict>& verdicts);
[[nodiscard]] std::vector<SelfTestVerdict> readVerdicts(std::string_view text);

/// `known` with `latest` in the place of what was known of the same device and format.
[[nodiscard]] std::vector<SelfTestVerdict> mergedVerdicts(const std::vector<SelfTestVerdict>& known,
                                                          const std::vector<SelfTestVerdict>& latest);

/// `known` without what is known of the device and format of `gone`.
[[nodiscard]] std::vector<SelfTestVerdict> withoutVerdict(std::vector<SelfTestVerdict> known,
                                                          const SelfTestVerdict& gone);

/// Takes formats away that a verdict of this version failed, and devices that have none left, with the figures as the
/// reason. A pure function.
[[nodiscard]] std::vector<DeviceInfo> withoutWrongOnes(std::vector<DeviceInfo> devices,
                                                       const std::vector<SelfTestVerdict>& verdicts);

/// The one over a device's format, for its version; nothing if there is none.
[[nodiscard]] std::optional<SelfTestVerdict> verdictOf(const DeviceInfo& device, const std::string& dtype,
                                                       const std::vector<SelfTestVerdict>& verdicts);

} // namespace parley::backend
