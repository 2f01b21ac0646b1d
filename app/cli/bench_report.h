// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "parley/bench.h"

namespace parley::cli {

/// Measures and prints: benchTable(), or one JSON object. Returns the exit status.
[[nodiscard]] int benchAndPrint(const BenchOptions& options, bool json, const std::stop_token& stop);

} // namespace parley::cli
