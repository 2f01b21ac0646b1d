// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "files/file_lock.h"
#include "parley/devices.h"
#include "parley/self_test.h"

#include <filesystem>
#include <functional>
#include <stop_token>
#include <string>
#include <vector>

namespace parley::backend {

/// Where verdicts are kept, for all programs of this user: beside packed weights; empty if there is no such place.
[[nodiscard]] std::filesystem::path verdictFile();

/// Those that are kept; none if they can't be read. That a trial was cut short doesn't count while it goes on, in this
/// program or another one.
[[nodiscard]] std::vector<SelfTestVerdict> keptVerdicts();

/// All that is written there.
[[nodiscard]] std::vector<SelfTestVerdict> writtenDownVerdicts();

/// Changes what is written there; what other programs write meanwhile is not lost. Throws EngineError: FileUnwritable,
/// DiskFull.
using VerdictChange = std::function<std::vector<SelfTestVerdict>(std::vector<SelfTestVerdict>)>;
void changeVerdicts(const VerdictChange& change);

/// What a program holds while it tries a device in a format. Waits for another program's trial, but not for ever: that
/// may be stopped. Throws EngineError (Cancelled).
[[nodiscard]] files::FileLock beginTrial(const DeviceInfo& device, const std::string& dtype,
                                         const std::stop_token& stop);

} // namespace parley::backend
