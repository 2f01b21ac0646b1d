// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QColor>

namespace parley::ui {

/// How well two opaque colours can be told apart, 1 to 21, by the formula of WCAG 2.1.
[[nodiscard]] double contrast(const QColor& one, const QColor& other);

/// `share` of the one and the rest of the other.
[[nodiscard]] QColor mix(const QColor& one, const QColor& other, double share);

/// `colour` moved towards black or white, whichever is further from the ground, until it stands out by `least`.
[[nodiscard]] QColor standOut(const QColor& colour, const QColor& ground, double least);

} // namespace parley::ui
