// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "editor/gauge.h"

#include <QPainter>

namespace parley::ui {

namespace {

constexpr int kHeight = 6;

} // namespace

Gauge::Gauge(QWidget* parent) : QProgressBar(parent) {
    setTextVisible(false);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void Gauge::setTone(Tone tone) {
    m_tone = tone;
    update();
}

QSize Gauge::sizeHint() const {
    return {120, kHeight};
}

QSize Gauge::minimumSizeHint() const {
    return {40, kHeight};
}

void Gauge::paintEvent(QPaintEvent* /*event*/) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    QColor ground = palette().color(QPalette::WindowText);
    ground.setAlphaF(0.15F);
    painter.setBrush(ground);
    const qreal round = height() / 2.0;
    painter.drawRoundedRect(rect(), round, round);
    if (value() > minimum() && maximum() > minimum()) {
        const qreal part = qreal(value() - minimum()) / qreal(maximum() - minimum());
        painter.setBrush(m_tone == Tone::Neutral ? palette().color(QPalette::Highlight)
                                                 : toneColour(m_tone, palette()));
        painter.drawRoundedRect(QRectF(0, 0, qMax(part * width(), qreal(height())), height()), round, round);
    }
}

} // namespace parley::ui
