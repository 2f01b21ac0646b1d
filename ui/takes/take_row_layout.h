// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/take.h"

#include <QFontMetrics>
#include <QPoint>
#include <QRect>

namespace parley::ui {

/// What of a take's row is under the mouse.
enum class TakePart { None, Play, Title, Outline, Star, Note };

/// Where the parts of a take's row are: text beside the outline, or above and below it where there is little room.
struct TakeRowLayout {
    QRect play;
    QRect title;
    QRect details;
    QRect outline;
    QRect seconds;
    QRect star;
    QRect problem; ///< a line of its own; empty without one
    QRect note;    ///< a line of its own; empty without one

    TakeRowLayout(const QRect& row, const QFontMetrics& metrics, const Take& take);

    [[nodiscard]] TakePart partAt(QPoint position) const;
    [[nodiscard]] static bool isWide(int width, const QFontMetrics& metrics);
    [[nodiscard]] static int height(int width, const QFontMetrics& metrics, const Take& take);
};

} // namespace parley::ui
