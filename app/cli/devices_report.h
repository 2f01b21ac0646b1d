// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace parley::cli {

/// Prints what this machine can compute on and what auto takes: lines, or one JSON object. Returns the exit status.
[[nodiscard]] int printDevices(bool json);

} // namespace parley::cli
