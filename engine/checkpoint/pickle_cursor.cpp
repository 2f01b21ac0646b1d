// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "checkpoint/pickle_cursor.h"

#include "checkpoint/reader_errors.h"

#include <bit>

namespace parley::checkpoint {

std::string_view PickleCursor::bytes(std::uint64_t count) {
    if (count > m_rest.size()) {
        throwCorrupt(m_path, "the pickle inside ends in the middle of a value");
    }
    const std::string_view taken = m_rest.substr(0, count);
    m_rest.remove_prefix(count);
    return taken;
}

std::uint64_t PickleCursor::unsignedNumber(std::size_t byteCount) {
    const std::string_view digits = bytes(byteCount);
    std::uint64_t number = 0;
    for (auto digit = digits.rbegin(); digit != digits.rend(); ++digit) {
        number = (number << 8) | static_cast<unsigned char>(*digit);
    }
    return number;
}

std::int64_t PickleCursor::signedNumber(std::size_t byteCount) {
    if (byteCount == 0) {
        return 0;
    }
    const std::size_t unused = 64 - 8 * byteCount;
    // The sign bit goes to the top, and comes back down with its copies.
    return static_cast<std::int64_t>(unsignedNumber(byteCount) << unused) >> unused;
}

double PickleCursor::float64() {
    std::uint64_t bits = 0;
    for (const char digit : bytes(8)) {
        bits = (bits << 8) | static_cast<unsigned char>(digit);
    }
    return std::bit_cast<double>(bits);
}

std::string_view PickleCursor::line() {
    const std::string_view text = bytes(m_rest.substr(0, m_rest.find('\n')).size());
    (void)bytes(1);
    return text;
}

} // namespace parley::checkpoint
