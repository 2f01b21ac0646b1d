// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "parley/error.h"

#include <QString>

namespace parley::ui {

/// One sentence in the user's language on what kind of failure it was, then the engine's own words about which file or
/// value and what to do. Any thread.
[[nodiscard]] QString errorText(const Error& error);

} // namespace parley::ui
