// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QRectF>
#include <QTextBlock>

class QPainter;
class QPalette;

namespace parley::ui {

/// A block that can be seen, and where, in the coordinates of the editor's viewport.
struct VisibleBlock {
    QTextBlock block;
    QRectF place;
};

/// A rounded ground in the speaker's colour with an outline: a chip without its letters.
void paintChip(QPainter& painter, const QRectF& place, int speaker, const QPalette& palette);

/// The grounds behind the tags of a block; the text is painted over them.
void paintTagChips(QPainter& painter, const VisibleBlock& visible, const QPalette& palette);

/// For each line of a block a bar in the colour of who speaks on it, and the speaker's name where a turn begins.
/// `width` is that of the margin; lines are at the block's heights.
void paintSpeakers(QPainter& painter, const VisibleBlock& visible, const QPalette& palette, qreal width);

} // namespace parley::ui
