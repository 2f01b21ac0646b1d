// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <vector>

namespace parley::checkpoint {

/// A tensor's elements within the block of bytes that it shares with others, e.g. a transposed matrix. Offset and
/// strides count elements. Whoever makes one has checked that it stays within its block.
struct StridedView {
    std::size_t elementBytes = 1;
    std::uint64_t offset = 0;
    std::vector<std::int64_t> shape;
    std::vector<std::int64_t> strides;

    /// Whether its bytes lie in the block just as a reader wants them.
    [[nodiscard]] bool isRowMajor() const noexcept;
};

/// Fills `out` from byte `first` of the view's row-major form on. `readBlock` reads the block from a byte offset.
/// A view that is not row-major costs memory for the part of the block that the wanted elements span.
void readStrided(const StridedView& view, std::uint64_t first, std::span<std::byte> out,
                 const std::function<void(std::uint64_t, std::span<std::byte>)>& readBlock);

} // namespace parley::checkpoint
