// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "editor/speaker_chips.h"

#include "editor/script_text.h"
#include "widgets/theme.h"

#include <QPainter>
#include <QPalette>
#include <QTextLayout>
#include <algorithm>
#include <cmath>

namespace parley::ui {

namespace {

constexpr qreal kRadius = 4;
constexpr qreal kBarWidth = 3;

/// Who speaks at the end of a line of the layout, and whether a turn begins on it.
struct LineSpeaker {
    int speaker = 0;
    bool begins = false;
};

LineSpeaker speakerOf(const QTextLine& line, const QList<TagSpan>& tags, int before) {
    LineSpeaker result{before, false};
    for (const TagSpan& tag : tags) {
        if (tag.start >= line.textStart() + line.textLength()) {
            break;
        }
        const bool onLine = tag.start >= line.textStart();
        if (onLine && result.begins) {
            break; // the first turn of a line names it
        }
        result = {tag.speaker, onLine};
    }
    return result;
}

} // namespace

void paintChip(QPainter& painter, const QRectF& place, int speaker, const QPalette& palette) {
    QColor outline = speakerColour(speaker, palette);
    outline.setAlphaF(0.45F);
    painter.setPen(outline);
    painter.setBrush(speakerGround(speaker, palette));
    painter.drawRoundedRect(place, kRadius, kRadius);
}

void paintTagChips(QPainter& painter, const VisibleBlock& visible, const QPalette& palette) {
    const QTextLayout* layout = visible.block.layout();
    for (const TagSpan& tag : tagSpans(visible.block.text())) {
        const QTextLine line = layout->lineForTextPosition(static_cast<int>(tag.start));
        if (!line.isValid()) {
            continue;
        }
        const int lineEnd = line.textStart() + line.textLength();
        const qreal left = line.cursorToX(static_cast<int>(tag.start));
        const qreal right = line.cursorToX(std::min(static_cast<int>(tag.end()), lineEnd));
        const QRectF place(left, line.y(), right - left, line.height());
        paintChip(painter, place.translated(visible.place.topLeft()).adjusted(-1.5, 0.5, 1.5, -0.5), tag.speaker,
                  palette);
    }
}

void paintSpeakers(QPainter& painter, const VisibleBlock& visible, const QPalette& palette, qreal width) {
    const QTextLayout* layout = visible.block.layout();
    const QList<TagSpan> tags = tagSpans(visible.block.text());
    const int before = visible.block.previous().isValid() ? visible.block.previous().userState() : 0;
    for (int i = 0; i < layout->lineCount(); ++i) {
        const QTextLine line = layout->lineAt(i);
        const LineSpeaker who = speakerOf(line, tags, before);
        if (who.speaker != 1 && who.speaker != 2) {
            continue;
        }
        const QColor colour = speakerColour(who.speaker, palette);
        const QRectF place(0, visible.place.top() + line.y(), width, line.height());
        const qreal top = who.begins ? place.top() + 2 : place.top();
        painter.fillRect(QRectF(width - kBarWidth, top, kBarWidth, place.bottom() - top + 0.5), colour);
        if (who.begins) {
            painter.setPen(colour);
            painter.drawText(place.adjusted(0, 0, -kBarWidth - 5, 0), Qt::AlignRight | Qt::AlignVCenter,
                             QStringLiteral("S%1").arg(who.speaker));
        }
    }
}

} // namespace parley::ui
