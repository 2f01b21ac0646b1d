// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "parley/self_test.h"

#include <filesystem>
#include <stop_token>

namespace parley::cli {

/// Tests, keeps the verdicts and prints them: a line each, or one JSON object. Returns the exit status.
[[nodiscard]] int selfTestAndPrint(const SelfTestOptions& options, bool json, const std::stop_token& stop);

/// The same for compareWithCodes(); nothing is kept.
[[nodiscard]] int compareAndPrint(const SelfTestOptions& options, const std::filesystem::path& codes, bool json,
                                  const std::stop_token& stop);

} // namespace parley::cli
