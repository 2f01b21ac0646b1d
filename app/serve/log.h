// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <string>

namespace parley::serve {

/// Takes one line for the person who runs the server. Never what is to be spoken. Any thread.
using Log = std::function<void(const std::string& line)>;

} // namespace parley::serve
