// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "serve/http.h"

#include <cstddef>

namespace parley::serve {

/// Refuses, by the head alone, a body that can't be taken: too large, of unknown length, packed, no JSON. Throws
/// ApiFailure.
void checkBodyHead(const HttpHead& head, std::size_t mostBytes);

} // namespace parley::serve
