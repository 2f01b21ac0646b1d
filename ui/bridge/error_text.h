// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "parley/error.h"

#include <QString>

namespace parley::ui {

/// A phrase of the engine in the user's language; an option of the command line in it becomes the setting's name in
/// the window. Any thread.
[[nodiscard]] QString localText(const Phrase& phrase);

/// What happened and what to do, as sentences in the user's language, but for Error::detail, which is English and for
/// the log. May be empty. Any thread.
[[nodiscard]] QString errorDetails(const Error& error);

/// A sentence on what kind of failure it was, and errorDetails(). Any thread.
[[nodiscard]] QString errorText(const Error& error);

} // namespace parley::ui
