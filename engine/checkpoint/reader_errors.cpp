// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "checkpoint/reader_errors.h"

#include <utility>

namespace parley::checkpoint {

namespace {

[[noreturn]] void throwCorrupt(const std::filesystem::path& path, Phrase problem, std::string detail) {
    throw EngineError(ErrorCode::CheckpointCorrupt, path, std::move(problem), phrase("download it again"),
                      std::move(detail));
}

[[noreturn]] void throwUnsupported(const std::filesystem::path& path, Phrase problem, std::string detail) {
    throw EngineError(ErrorCode::UnsupportedLayout, path, std::move(problem),
                      phrase("take the safetensors version of this model"), std::move(detail));
}

} // namespace

void throwCorrupt(const std::filesystem::path& path, std::string detail) {
    throwCorrupt(path, {}, std::move(detail));
}

void throwCorrupt(const std::filesystem::path& path, Phrase problem) {
    throwCorrupt(path, std::move(problem), {});
}

void throwUnsupported(const std::filesystem::path& path, std::string detail) {
    throwUnsupported(path, {}, std::move(detail));
}

void throwUnsupported(const std::filesystem::path& path, Phrase problem) {
    throwUnsupported(path, std::move(problem), {});
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
