// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string_view>

namespace parley::checkpoint {

/// Reads a pickle's numbers and texts in order. Throws EngineError (CheckpointCorrupt) when they go on past its end.
class PickleCursor {
public:
    PickleCursor(std::string_view bytes, const std::filesystem::path& path) : m_rest(bytes), m_path(path) {}

    /// Little-endian, of 1 to 8 bytes.
    [[nodiscard]] std::uint64_t unsignedNumber(std::size_t byteCount);
    /// Little-endian two's complement, of 0 to 8 bytes.
    [[nodiscard]] std::int64_t signedNumber(std::size_t byteCount);
    /// Big-endian IEEE 754.
    [[nodiscard]] double float64();
    /// Views into the pickle.
    [[nodiscard]] std::string_view bytes(std::uint64_t count);
    /// Up to the next line feed, which is skipped.
    [[nodiscard]] std::string_view line();

private:
    std::string_view m_rest;
    const std::filesystem::path& m_path;
};

} // namespace parley::checkpoint
