// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

namespace parley::cli {

/// What --version prints, without its last line's end.
[[nodiscard]] std::string versionText();

} // namespace parley::cli
