// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/take.h"

#include <QString>

namespace parley::ui {

/// The name that was given, or "Take 3".
[[nodiscard]] QString shownTakeName(const QString& name, int number);

/// When it was made, its seed and its tempo on one line.
[[nodiscard]] QString takeDetails(const Take& take);

/// What a person must know of an unusual state, in a word or two; empty for a whole take.
[[nodiscard]] QString takeStateText(const Take& take);

/// All that the row shows, as one text for screen readers.
[[nodiscard]] QString takeSentence(const Take& take, int number);

/// "12.3 s", or "2:05" from a minute on.
[[nodiscard]] QString secondsText(double seconds);

/// The script's first words without speaker tags.
[[nodiscard]] QString scriptTitle(const QString& script);

} // namespace parley::ui
