// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "parley/error.h"

#include <stop_token>

namespace parley::files {

/// Looked at between pieces of work of at most a few tenths of a second, so that a cancel is heard everywhere.
/// Throws EngineError (Cancelled).
inline void throwIfStopped(const std::stop_token& stop) {
    if (stop.stop_requested()) {
        throw EngineError(ErrorCode::Cancelled, {}, phrase("cancelled"));
    }
}

} // namespace parley::files
