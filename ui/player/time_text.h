// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

namespace parley::ui {

/// Seconds as "1:03.2", in the user's way of writing numbers.
[[nodiscard]] QString timeText(double seconds);

} // namespace parley::ui
