// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>

namespace parley::checkpoint {

/// More dimensions than any weight has; hostile files may not fill the memory with shapes.
inline constexpr std::size_t kMaxRank = 16;

/// nullopt instead of a wrapped sum or product.
[[nodiscard]] constexpr std::optional<std::uint64_t> checkedAdd(std::uint64_t a, std::uint64_t b) noexcept {
    std::uint64_t sum = 0;
    return __builtin_add_overflow(a, b, &sum) ? std::nullopt : std::optional(sum);
}

[[nodiscard]] constexpr std::optional<std::uint64_t> checkedMultiply(std::uint64_t a, std::uint64_t b) noexcept {
    std::uint64_t product = 0;
    return __builtin_mul_overflow(a, b, &product) ? std::nullopt : std::optional(product);
}

/// The bytes of a row-major array; nullopt for negative sizes, too many dimensions, or more bytes than 64 bits count.
[[nodiscard]] constexpr std::optional<std::uint64_t> arrayBytes(std::span<const std::int64_t> shape,
                                                                std::size_t elementBytes) noexcept {
    if (shape.size() > kMaxRank) {
        return std::nullopt;
    }
    std::optional<std::uint64_t> bytes = elementBytes;
    for (const std::int64_t size : shape) {
        bytes = size < 0 ? std::nullopt : checkedMultiply(*bytes, static_cast<std::uint64_t>(size));
        if (!bytes) {
            return std::nullopt;
        }
    }
    return bytes;
}

} // namespace parley::checkpoint
