// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "takes/take_row_layout.h"

#include <QString>
#include <algorithm>

namespace parley::ui {

namespace {

constexpr int kMargin = 8;
constexpr int kGap = 2;
constexpr int kWideLetters = 72; // with fewer in a row, text and outline don't fit beside each other

int textWidth(int width) {
    return std::min(width * 2 / 5, 360);
}

} // namespace

bool TakeRowLayout::isWide(int width, const QFontMetrics& metrics) {
    return width >= kWideLetters * metrics.averageCharWidth();
}

int TakeRowLayout::height(int width, const QFontMetrics& metrics, const Take& take) {
    const int lines =
        (isWide(width, metrics) ? 2 : 4) + (take.problem.isEmpty() ? 0 : 1) + (take.note.isEmpty() ? 0 : 1);
    return 2 * kMargin + lines * metrics.height() + (lines - 1) * kGap;
}

TakeRowLayout::TakeRowLayout(const QRect& row, const QFontMetrics& metrics, const Take& take) {
    const int line = metrics.height();
    const int step = line + kGap;
    const int button = line + 12;
    const bool wide = isWide(row.width(), metrics);
    const int top = row.top() + kMargin;

    const int shownAt = wide ? top + step - kGap / 2 : top + 2 * step - kGap / 2; // the outline's middle
    play = QRect(row.left() + kMargin, shownAt - button / 2, button, button);
    const int left = play.right() + 1 + kMargin;
    star = QRect(row.right() - kMargin - button + 1, wide ? play.top() : top + line / 2 - button / 2, button, button);
    const int secondsWidth = metrics.horizontalAdvance(QStringLiteral("0000.0 s"));
    seconds = QRect(star.left() - secondsWidth - kMargin / 2, star.top(), secondsWidth, button);

    int next = top + 2 * step;
    if (wide) {
        title = QRect(left, top, textWidth(row.width()) - left + row.left(), line);
        details = title.translated(0, step);
        const int outlineLeft = title.right() + 2 * kMargin;
        outline = QRect(outlineLeft, top, seconds.left() - kMargin - outlineLeft, step + line);
    } else {
        title = QRect(left, top, seconds.left() - kMargin - left, line);
        outline = QRect(left, top + step, row.right() - kMargin - left, step + line);
        details = QRect(left, top + 3 * step, outline.width(), line);
        next = top + 4 * step;
    }
    const QRect extra(left, next, row.right() - kMargin - left, line);
    if (!take.problem.isEmpty()) {
        problem = extra;
    }
    if (!take.note.isEmpty()) {
        note = problem.isEmpty() ? extra : extra.translated(0, step);
    }
}

TakePart TakeRowLayout::partAt(QPoint position) const {
    if (play.contains(position)) {
        return TakePart::Play;
    }
    if (star.contains(position)) {
        return TakePart::Star;
    }
    if (outline.contains(position)) {
        return TakePart::Outline;
    }
    if (title.contains(position)) {
        return TakePart::Title;
    }
    return note.contains(position) ? TakePart::Note : TakePart::None;
}

} // namespace parley::ui
