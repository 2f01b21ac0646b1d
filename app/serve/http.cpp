// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "serve/http.h"

#include <strings.h>

namespace parley::serve {

std::vector<std::string> HttpHead::values(std::string_view name) const {
    std::vector<std::string> found;
    for (const auto& [key, value] : headers) {
        if (key.size() == name.size() && strncasecmp(key.data(), name.data(), name.size()) == 0) {
            found.push_back(value);
        }
    }
    return found;
}

std::string HttpHead::value(std::string_view name) const {
    std::vector<std::string> found = values(name);
    return found.size() == 1 ? std::move(found.front()) : std::string();
}

} // namespace parley::serve
