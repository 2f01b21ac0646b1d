// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "parley/phrase.h"

#include <system_error>

namespace parley::files {

/// Why the system refused, as a part of a sentence. The reasons that people meet can be translated; the rest comes in
/// the system's own words. Any thread.
[[nodiscard]] Phrase systemReason(int errorNumber);
[[nodiscard]] Phrase systemReason(const std::error_code& error);

} // namespace parley::files
