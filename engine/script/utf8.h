// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace parley {

/// The offset of the first byte that is not part of valid UTF-8 (Unicode 15, table 3-7: no overlong forms, no
/// surrogates, nothing above U+10FFFF); nothing when all of the text is valid.
[[nodiscard]] std::optional<std::size_t> firstInvalidUtf8(std::string_view text) noexcept;

} // namespace parley
