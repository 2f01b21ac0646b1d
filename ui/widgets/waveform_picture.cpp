// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "widgets/waveform_picture.h"

#include "widgets/colour_contrast.h"

#include <QPainter>
#include <QPainterPath>
#include <algorithm>
#include <cmath>

namespace parley::ui {
namespace {

constexpr double kBarWidth = 2.0;
constexpr double kBarStep = 3.0;

/// Speech lives far below full scale; this lifts what is quiet, as a meter in decibels would, and keeps silence flat.
double shown(float level) {
    return std::copysign(std::pow(std::abs(static_cast<double>(level)), 0.6), static_cast<double>(level));
}

std::size_t sampleAt(double seconds) {
    return static_cast<std::size_t>(std::max(0.0, std::floor(seconds * kSampleRate)));
}

} // namespace

double WaveformPicture::placeOf(double time) const {
    return seconds > 0.0 ? area.left() + area.width() * std::clamp(time / seconds, 0.0, 1.0) : area.left();
}

double WaveformPicture::timeAt(double place) const {
    return area.width() > 0.0 ? seconds * std::clamp((place - area.left()) / area.width(), 0.0, 1.0) : 0.0;
}

bool WaveformPicture::isSelected(double time) const {
    return !selection || (time >= selection->from && time <= selection->to);
}

void WaveformPicture::paint(QPainter& painter, const WaveformPeaks& peaks) const {
    painter.setRenderHint(QPainter::Antialiasing);
    if (selection) {
        QColor ground = palette.color(QPalette::Highlight);
        ground.setAlphaF(0.12F);
        painter.fillRect(
            QRectF(QPointF(placeOf(selection->from), area.top()), QPointF(placeOf(selection->to), area.bottom())),
            ground);
    }
    paintBars(painter, peaks);
    if (peaks.sampleCount() > 0) {
        paintPosition(painter);
    }
    if (selection) {
        paintHandle(painter, selection->from, WaveformPart::From);
        paintHandle(painter, selection->to, WaveformPart::To);
    }
}

void WaveformPicture::paintBars(QPainter& painter, const WaveformPeaks& peaks) const {
    const QColor base = palette.color(QPalette::Base);
    const QColor played = standOut(palette.color(QPalette::Highlight), base, 3.0);
    const QColor rest = mix(palette.color(QPalette::Text), base, 0.55);
    const QColor outside = mix(palette.color(QPalette::Text), base, 0.25);
    const QColor expected = mix(palette.color(QPalette::Text), base, 0.18);
    const double middle = area.center().y();
    const double half = area.height() / 2.0 - 1.0;
    const double soFar = static_cast<double>(peaks.sampleCount()) / kSampleRate;
    painter.setPen(Qt::NoPen);
    for (double x = area.left(); x + kBarWidth <= area.right() + 0.5; x += kBarStep) {
        const double from = timeAt(x);
        const double to = timeAt(x + kBarStep);
        const bool there = from < soFar;
        const Peak peak = there ? peaks.between(sampleAt(from), sampleAt(to)) : Peak{};
        const double top = std::min(middle - 1.0, middle - half * shown(peak.high));
        const double bottom = std::max(middle + 1.0, middle - half * shown(peak.low));
        painter.setBrush(!there ? expected : !isSelected(from) ? outside : from < position ? played : rest);
        painter.drawRoundedRect(QRectF(x, top, kBarWidth, bottom - top), kBarWidth / 2.0, kBarWidth / 2.0);
    }
}

void WaveformPicture::paintPosition(QPainter& painter) const {
    const double x = placeOf(position);
    painter.setPen(QPen(palette.color(QPalette::Text), 1.5));
    painter.drawLine(QPointF(x, area.top()), QPointF(x, area.bottom()));
}

void WaveformPicture::paintHandle(QPainter& painter, double time, WaveformPart part) const {
    const double x = placeOf(time);
    const bool focused = focus == part;
    const QColor colour = standOut(palette.color(QPalette::Highlight), palette.color(QPalette::Base), 3.0);
    painter.setPen(QPen(colour, focused ? 3.0 : 2.0));
    painter.drawLine(QPointF(x, area.top()), QPointF(x, area.bottom()));
    painter.setPen(focused ? QPen(palette.color(QPalette::Text), 1.5) : QPen(Qt::NoPen));
    painter.setBrush(colour);
    const QRectF grip(x - 5.0, area.center().y() - 10.0, 10.0, 20.0);
    painter.drawRoundedRect(grip, 4.0, 4.0);
    painter.setPen(QPen(palette.color(QPalette::HighlightedText), 1.2));
    for (const double offset : {-1.5, 1.5}) {
        painter.drawLine(QPointF(x + offset, grip.top() + 6.0), QPointF(x + offset, grip.bottom() - 6.0));
    }
}

} // namespace parley::ui
