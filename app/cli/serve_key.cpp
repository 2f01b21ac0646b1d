// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "cli/serve_key.h"

#include <algorithm>
#include <cstdlib>
#include <fstream>

namespace parley::cli {

namespace {

constexpr std::size_t kShortest = 16;
constexpr std::size_t kLongest = 4096;

Result<std::string> checked(std::string key, const std::string& source) {
    const auto refuse = [&](const char* problem) {
        return Error{ErrorCode::OptionInvalid, verbatim(source), verbatim(problem),
                     verbatim("use one line of 16 to 4096 letters, digits and signs, as from: openssl rand -hex 32")};
    };
    while (!key.empty() && (key.back() == '\n' || key.back() == '\r')) {
        key.pop_back();
    }
    if (key.size() < kShortest) {
        return refuse(key.empty() ? "holds no key" : "holds a key that is too short");
    }
    if (key.size() > kLongest || !std::all_of(key.begin(), key.end(), [](char c) { return c > ' ' && c < '\x7F'; })) {
        return refuse("holds no key that fits into a header");
    }
    return key;
}

} // namespace

Result<std::string> readServeKey(const std::filesystem::path& file) {
    if (file.empty()) {
        const char* const key = std::getenv("PARLEY_API_KEY");
        return key == nullptr || *key == '\0' ? Result<std::string>(std::string()) : checked(key, "PARLEY_API_KEY");
    }
    const std::string source = "--key-file " + file.string();
    std::ifstream stream(file, std::ios::binary);
    std::string key(kLongest + 3, '\0');
    stream.read(key.data(), static_cast<std::streamsize>(key.size()));
    key.resize(static_cast<std::size_t>(std::max<std::streamsize>(stream.gcount(), 0)));
    if (!stream.is_open() || stream.bad()) {
        return Error{ErrorCode::OptionInvalid, verbatim(source), verbatim("can't be read"), {}};
    }
    return checked(std::move(key), source);
}

} // namespace parley::cli
