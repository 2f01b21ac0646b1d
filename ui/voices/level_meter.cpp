// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "voices/level_meter.h"

#include "widgets/theme.h"

#include <QPainter>
#include <algorithm>
#include <cmath>

namespace parley::ui {

namespace {

constexpr double kRangeDb = 60;
constexpr double kFallPerUpdate = 0.04;
constexpr double kTooLoud = 1.0 - 1.0 / kRangeDb; // -1 dB

} // namespace

LevelMeter::LevelMeter(QWidget* parent) : QWidget(parent) {
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAccessibleName(tr("Microphone level"));
}

void LevelMeter::setPeak(float peak) {
    const double decibels = 20 * std::log10(std::max(static_cast<double>(peak), 1e-6));
    const double level = std::clamp(1 + decibels / kRangeDb, 0.0, 1.0);
    m_level = std::max(level, m_level - kFallPerUpdate);
    setAccessibleDescription(m_level >= kTooLoud ? tr("Too loud") : tr("%1 percent").arg(qRound(m_level * 100)));
    update();
}

void LevelMeter::reset() {
    m_level = 0;
    update();
}

QSize LevelMeter::sizeHint() const {
    return {240, fontMetrics().height() * 2 / 3};
}

QSize LevelMeter::minimumSizeHint() const {
    return {80, fontMetrics().height() / 2};
}

void LevelMeter::paintEvent(QPaintEvent* /*event*/) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    const QRectF whole = QRectF(rect());
    const double radius = whole.height() / 2;
    painter.setBrush(palette().color(QPalette::Mid));
    painter.setOpacity(0.4);
    painter.drawRoundedRect(whole, radius, radius);
    painter.setOpacity(1);
    painter.setBrush(toneColour(m_level >= kTooLoud ? Tone::Bad : Tone::Good, palette()));
    painter.setClipRect(QRectF(0, 0, whole.width() * m_level, whole.height()));
    painter.drawRoundedRect(whole, radius, radius);
}

} // namespace parley::ui
