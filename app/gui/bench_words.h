// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "parley/bench.h"

#include <QString>

namespace parley::gui {

/// What a person calls a figure of the benchmark, and its value with a unit. What isn't known stays as it is.
[[nodiscard]] QString figureLabel(const BenchFigure& figure);
[[nodiscard]] QString figureValue(const BenchFigure& figure);

} // namespace parley::gui
