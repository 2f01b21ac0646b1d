// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>

namespace parley::test {

/// tests/data of this checkout.
[[nodiscard]] std::filesystem::path dataFolder();

} // namespace parley::test
