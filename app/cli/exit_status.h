// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "parley/error.h"

#include <string>

namespace parley::cli {

inline constexpr int kExitOk = 0;
inline constexpr int kExitFailed = 1;
inline constexpr int kExitUsage = 2;
inline constexpr int kExitCancelled = 130; ///< what shells give for Ctrl-C

/// Prints one line to stderr.
void complain(const std::string& text);
void warn(const std::string& text);

/// Prints the error as one line and returns the exit status it stands for.
[[nodiscard]] int report(const Error& error);

} // namespace parley::cli
