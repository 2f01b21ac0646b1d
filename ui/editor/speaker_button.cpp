// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "editor/speaker_button.h"

#include "editor/speaker_chips.h"
#include "widgets/theme.h"

#include <QAction>
#include <QPainter>
#include <QStyleOptionToolButton>
#include <QStylePainter>

namespace parley::ui {

SpeakerButton::SpeakerButton(int speaker, QAction* action, QWidget* parent) : QToolButton(parent), m_speaker(speaker) {
    setDefaultAction(action);
    setAutoRaise(true);
    setFocusPolicy(Qt::TabFocus);
    setAccessibleName(action->iconText());
}

QSize SpeakerButton::sizeHint() const {
    const QSize usual = QToolButton::sizeHint();
    return {qMax(usual.width(), fontMetrics().horizontalAdvance(QStringLiteral("S1")) + 28),
            qMax(usual.height(), fontMetrics().height() + 12)};
}

void SpeakerButton::paintEvent(QPaintEvent* /*event*/) {
    QStylePainter painter(this);
    QStyleOptionToolButton option;
    initStyleOption(&option);
    option.icon = QIcon();
    option.text.clear();
    painter.drawComplexControl(QStyle::CC_ToolButton, option);
    painter.setRenderHint(QPainter::Antialiasing);
    QFont letters = font();
    letters.setBold(true);
    painter.setFont(letters);
    const QString name = QStringLiteral("S%1").arg(m_speaker);
    const QFontMetrics metrics(letters);
    QRectF chip(0, 0, metrics.horizontalAdvance(name) + 10, metrics.height() + 2);
    chip.moveCenter(QRectF(rect()).center());
    paintChip(painter, chip, m_speaker, palette());
    painter.setPen(speakerColour(m_speaker, palette()));
    painter.drawText(chip, Qt::AlignCenter, name);
}

} // namespace parley::ui
