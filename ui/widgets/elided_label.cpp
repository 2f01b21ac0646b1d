// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "widgets/elided_label.h"

#include <QPaintEvent>
#include <QPainter>
#include <QStringList>
#include <QStyle>
#include <QTextLayout>
#include <algorithm>

namespace parley::ui {

void ElidedLabel::setText(const QString& text) {
    QLabel::setText(text);
    setToolTip(text);
}

QSize ElidedLabel::minimumSizeHint() const {
    return {0, QLabel::minimumSizeHint().height()};
}

QString ElidedLabel::shownText() const {
    const qsizetype most = std::max(1, height() / fontMetrics().lineSpacing());
    QTextLayout layout(text(), font());
    QStringList lines;
    layout.beginLayout();
    for (QTextLine line = layout.createLine(); line.isValid() && lines.size() < most; line = layout.createLine()) {
        line.setLineWidth(width());
        const bool isLast = lines.size() + 1 == most;
        const QString words = text().mid(line.textStart(), isLast ? -1 : line.textLength()).trimmed();
        lines += fontMetrics().elidedText(words, Qt::ElideRight, width()); // one word alone may be too long
    }
    layout.endLayout();
    return lines.join(QLatin1Char('\n'));
}

bool ElidedLabel::isWhole() const {
    return shownText().simplified() == text().simplified();
}

void ElidedLabel::paintEvent(QPaintEvent* /*event*/) {
    QPainter painter(this);
    style()->drawItemText(&painter, rect(), Qt::AlignLeading | Qt::AlignVCenter, palette(), isEnabled(), shownText(),
                          foregroundRole());
}

} // namespace parley::ui
