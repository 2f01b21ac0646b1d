// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "checkpoint/reader_errors.h"

#include <utility>

namespace parley::checkpoint {

void throwCorrupt(const std::filesystem::path& path, std::string problem) {
    throw EngineError(ErrorCode::CheckpointCorrupt, path.string(), std::move(problem), "download it again");
}

void throwUnsupported(const std::filesystem::path& path, std::string problem) {
    throw EngineError(ErrorCode::UnsupportedLayout, path.string(), std::move(problem),
                      "take the safetensors version of this model");
}

std::string printable(std::string_view text) {
    constexpr std::size_t kMaxShown = 120;
    std::string shown;
    for (const char c : text.substr(0, kMaxShown)) {
        const auto code = static_cast<unsigned char>(c);
        shown += code < 0x20 || code == 0x7f ? '?' : c;
    }
    return shown + (text.size() > kMaxShown ? "…" : "");
}

std::string inQuotes(std::string_view text) {
    return "'" + printable(text) + "'";
}

} // namespace parley::checkpoint
