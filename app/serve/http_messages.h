// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "serve/http.h"

#include <httplib.h>

namespace parley::serve {

/// Our messages and the library's.
[[nodiscard]] HttpHead headOf(const httplib::Request& request);
[[nodiscard]] bool hasBody(const HttpHead& head);
void fill(const httplib::Request& request, httplib::Response& response, const HttpReply& reply);

} // namespace parley::serve
