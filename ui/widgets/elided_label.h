// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QLabel>
#include <QPaintEvent>
#include <QPainter>
#include <QStyle>

namespace parley::ui {

/// One line of plain text that gives way where there is no room for it; the whole of it is its tool tip.
class ElidedLabel : public QLabel {
public:
    using QLabel::QLabel;

    void setText(const QString& text) {
        QLabel::setText(text);
        setToolTip(text);
    }
    [[nodiscard]] QSize minimumSizeHint() const override { return {0, QLabel::minimumSizeHint().height()}; }

protected:
    void paintEvent(QPaintEvent* /*event*/) override {
        QPainter painter(this);
        const QString line = fontMetrics().elidedText(text(), Qt::ElideRight, width());
        style()->drawItemText(&painter, rect(), Qt::AlignLeading | Qt::AlignVCenter, palette(), isEnabled(), line,
                              foregroundRole());
    }
};

} // namespace parley::ui
