// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/device.h"
#include "parley/self_test.h"
#include "runtime/self_test_case.h"

#include <functional>
#include <stop_token>
#include <string>

namespace parley::runtime {

/// What a format's figures may be at most.
struct SelfTestTolerance {
    const char* dtype;
    double largest;
    double rms;
    double choices;
};
/// dtype: a format's name.
[[nodiscard]] SelfTestTolerance toleranceOf(const std::string& dtype);

/// Tries a device in a format; where its first kind of attention is wrong, also with the other one. Throws EngineError.
[[nodiscard]] SelfTestVerdict tryDevice(const SelfTestCase& oracle, const DeviceInfo& device, const std::string& dtype,
                                        const std::stop_token& stop);

/// The verdict of `trial`, which is kept; that of another program if it was at its trial just now. While it goes on,
/// one against the device is written down, for when it ends the program: a driver that does so does it once. Where
/// `trial` throws, none is kept, and it goes on to the caller. Throws EngineError (Cancelled).
[[nodiscard]] SelfTestVerdict keptTrial(const DeviceInfo& device, const std::string& dtype, const std::stop_token& stop,
                                        const std::function<SelfTestVerdict()>& trial);

/// Keeps verdicts beside those that are kept. Throws EngineError: FileUnwritable, DiskFull.
void keep(const std::vector<SelfTestVerdict>& verdicts);

/// backend::chooseTarget() for a machine whose GPUs were tried: one that wasn't in the format that is chosen, with this
/// driver and program, is tried first, which takes some seconds, once. Throws EngineError as that, and Cancelled.
[[nodiscard]] backend::ComputeTarget triedTarget(const std::string& device, const std::string& dtype,
                                                 const std::stop_token& stop);

} // namespace parley::runtime
