// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string_view>

namespace parley::backend {

/// How numbers are held; the names are those that --dtype takes.
enum class NumberFormat { Float32, Float16, Bfloat16, Int8, Int4 };

[[nodiscard]] std::string_view name(NumberFormat format) noexcept; ///< "float32", …

/// Whether it holds small whole numbers with scales, which our kernels unpack.
[[nodiscard]] constexpr bool isPacked(NumberFormat format) noexcept {
    return format == NumberFormat::Int8 || format == NumberFormat::Int4;
}

[[nodiscard]] std::optional<NumberFormat> numberFormat(std::string_view given) noexcept;

} // namespace parley::backend
