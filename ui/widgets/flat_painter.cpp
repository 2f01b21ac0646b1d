// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "widgets/flat_painter.h"

#include "widgets/colour_contrast.h"

#include <QPainter>
#include <QPainterPath>
#include <QStyleOption>
#include <algorithm>

namespace parley::ui {
namespace {

constexpr double kRadius = 5;
constexpr double kFocusWidth = 2;
constexpr double kLeastFocusContrast = 3; // WCAG 2.1, 1.4.11
constexpr double kEdge = 0.24;            // shares of the text's colour
constexpr double kFaint = 0.12;
constexpr double kPointedAt = 0.06;
constexpr double kPressed = 0.14;
constexpr double kChecked = 0.20; // of the highlight

/// The line of a pen of this width lies inside the place.
QRectF inside(const QRectF& place, double width) {
    return place.adjusted(width / 2, width / 2, -width / 2, -width / 2);
}

} // namespace

FlatPainter::FlatPainter(QPainter& painter, const QStyleOption& option)
    : m_painter(painter), m_palette(option.palette), m_state(option.state) {
    m_painter.save();
    m_painter.setRenderHint(QPainter::Antialiasing);
}

FlatPainter::~FlatPainter() {
    m_painter.restore();
}

QColor FlatPainter::colour(QPalette::ColorRole role) const {
    return m_palette.color(has(QStyle::State_Enabled) ? QPalette::Active : QPalette::Disabled, role);
}

QColor FlatPainter::shade(double share) const {
    return mix(m_palette.color(QPalette::Active, QPalette::WindowText), colour(QPalette::Window), share);
}

QColor FlatPainter::focusColour() const {
    return standOut(highlight(), m_palette.color(QPalette::Active, QPalette::Button), kLeastFocusContrast);
}

void FlatPainter::button(const QRectF& place, bool isDefault) const {
    const bool filled = isDefault && has(QStyle::State_Enabled);
    const bool pressed = has(QStyle::State_Sunken);
    const bool checked = has(QStyle::State_On) && has(QStyle::State_Enabled);
    QColor ground = filled ? highlight() : has(QStyle::State_Enabled) ? colour(QPalette::Button) : shade(0.02);
    ground = checked ? mix(highlight(), ground, kChecked) : ground;
    QColor edge = shade(has(QStyle::State_Enabled) ? kEdge : kFaint);
    edge = checked ? mix(highlight(), edge, 0.6) : edge;
    // A filled one gets darker, so that its white text stays readable.
    const QColor ink = filled ? QColor(Qt::black) : colour(QPalette::ButtonText);
    const double share = pressed ? kPressed : isPointedAt() ? kPointedAt : 0.0;
    const bool focused = has(QStyle::State_HasFocus) && has(QStyle::State_KeyboardFocusChange);
    const QRectF area = filled && focused ? inside(place, 3 * kFocusWidth) : place;
    m_painter.setPen(filled ? QPen(Qt::NoPen) : QPen(edge, 1));
    m_painter.setBrush(mix(ink, ground, share));
    m_painter.drawRoundedRect(filled ? area : inside(area, 1), kRadius, kRadius);
}

void FlatPainter::quietButton(const QRectF& place) const {
    const bool pressed = has(QStyle::State_Sunken);
    const bool checked = has(QStyle::State_On);
    if (!pressed && !checked && !isPointedAt()) {
        return;
    }
    QColor ground = checked ? highlight() : colour(QPalette::WindowText);
    ground.setAlphaF(static_cast<float>(checked ? kChecked : pressed ? kPressed : kPointedAt));
    m_painter.setPen(Qt::NoPen);
    m_painter.setBrush(ground);
    m_painter.drawRoundedRect(place, kRadius, kRadius);
}

void FlatPainter::field(const QRectF& place) const {
    const bool focused = has(QStyle::State_HasFocus);
    const double width = focused ? kFocusWidth : 1;
    m_painter.setPen(QPen(focused ? focusColour() : shade(has(QStyle::State_Enabled) ? kEdge : kFaint), width));
    m_painter.setBrush(has(QStyle::State_Enabled) ? colour(QPalette::Base) : shade(0.02));
    m_painter.drawRoundedRect(inside(place, width), kRadius - 1, kRadius - 1);
}

void FlatPainter::frame(const QRectF& place) const {
    m_painter.setPen(QPen(has(QStyle::State_HasFocus) ? focusColour() : shade(kEdge), 1));
    m_painter.setBrush(Qt::NoBrush);
    m_painter.drawRect(inside(place, 1));
}

void FlatPainter::row(const QRectF& place, bool rounded) const {
    QColor ground = has(QStyle::State_Selected) ? highlight() : colour(QPalette::Text);
    ground.setAlphaF(has(QStyle::State_Selected) ? 1.0F : static_cast<float>(kPointedAt));
    m_painter.setPen(Qt::NoPen);
    m_painter.setBrush(ground);
    m_painter.drawRoundedRect(place, rounded ? kRadius : 0, rounded ? kRadius : 0);
}

void FlatPainter::focus(const QRectF& place) const {
    m_painter.setPen(QPen(focusColour(), kFocusWidth));
    m_painter.setBrush(Qt::NoBrush);
    m_painter.drawRoundedRect(inside(place, kFocusWidth), kRadius, kRadius);
}

void FlatPainter::rowFocus(const QRectF& place) const {
    m_painter.setPen(QPen(m_palette.color(QPalette::Active, QPalette::HighlightedText), 1));
    m_painter.setBrush(Qt::NoBrush);
    m_painter.drawRoundedRect(inside(place, 1), kRadius - 2, kRadius - 2);
}

/// The square or circle of a mark, filled with the highlight where it is set.
void FlatPainter::mark(const QRectF& place, double radius) const {
    const bool set = has(QStyle::State_On) || has(QStyle::State_NoChange);
    const bool enabled = has(QStyle::State_Enabled);
    m_painter.setPen(set ? QPen(Qt::NoPen) : QPen(shade(enabled ? 0.45 : kEdge), 1));
    m_painter.setBrush(!set ? colour(QPalette::Base) : enabled ? highlight() : shade(kEdge));
    m_painter.drawRoundedRect(set ? place : inside(place, 1), radius, radius);
}

void FlatPainter::checkBox(const QRectF& place) const {
    mark(place, 3);
    const QPointF middle = place.center();
    const double unit = place.width() / 13.0;
    m_painter.setPen(QPen(m_palette.color(QPalette::Active, QPalette::HighlightedText), 1.8 * unit, Qt::SolidLine,
                          Qt::RoundCap, Qt::RoundJoin));
    m_painter.setBrush(Qt::NoBrush);
    if (has(QStyle::State_On)) {
        m_painter.drawPolyline(QPolygonF{middle + QPointF(-3.2, 0.2) * unit, middle + QPointF(-0.9, 2.5) * unit,
                                         middle + QPointF(3.4, -2.4) * unit});
    } else if (has(QStyle::State_NoChange)) {
        m_painter.drawLine(middle - QPointF(3, 0) * unit, middle + QPointF(3, 0) * unit);
    }
}

void FlatPainter::radioButton(const QRectF& place) const {
    mark(place, place.width() / 2);
    if (has(QStyle::State_On)) {
        const double dot = place.width() * 0.2;
        m_painter.setPen(Qt::NoPen);
        m_painter.setBrush(m_palette.color(QPalette::Active, QPalette::HighlightedText));
        m_painter.drawEllipse(place.center(), dot, dot);
    }
}

void FlatPainter::chevron(const QRectF& place, QStyle::PrimitiveElement arrow) const {
    const double size = std::min({place.width(), place.height(), 10.0}) * 0.36;
    const bool turned = arrow == QStyle::PE_IndicatorArrowLeft || arrow == QStyle::PE_IndicatorArrowRight;
    const bool back = arrow == QStyle::PE_IndicatorArrowLeft || arrow == QStyle::PE_IndicatorArrowUp;
    const auto point = [&](double along, double across) {
        const QPointF offset(along * size, (back ? -across : across) * size);
        return place.center() + (turned ? offset.transposed() : offset);
    };
    m_painter.setPen(
        QPen(shade(has(QStyle::State_Enabled) ? 0.75 : 0.35), 1.5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    m_painter.setBrush(Qt::NoBrush);
    m_painter.drawPolyline(QPolygonF{point(-1, -0.5), point(0, 0.5), point(1, -0.5)});
}

void FlatPainter::track(const QRectF& place, const QRectF& part) const {
    const double radius = std::min(place.width(), place.height()) / 2;
    QPainterPath outline;
    outline.addRoundedRect(place, radius, radius);
    m_painter.fillPath(outline, shade(0.16));
    QPainterPath filled;
    filled.addRoundedRect(part, radius, radius);
    m_painter.fillPath(filled.intersected(outline), has(QStyle::State_Enabled) ? highlight() : shade(kEdge));
}

void FlatPainter::knob(const QRectF& place) const {
    const bool dark = colour(QPalette::Window).lightness() < 128;
    const QColor ground = dark ? shade(0.80) : colour(QPalette::Base);
    // With the focus it turns around: a ring alone would be lost in the line beside it.
    const bool focused = has(QStyle::State_HasFocus);
    const double width = focused ? kFocusWidth : 1;
    m_painter.setPen(QPen(focused ? ground : shade(isPointedAt() ? 0.55 : 0.35), width));
    m_painter.setBrush(focused ? highlight() : has(QStyle::State_Enabled) ? ground : shade(kFaint));
    m_painter.drawEllipse(inside(place, width));
    if (focused) {
        m_painter.setPen(QPen(focusColour(), 1));
        m_painter.setBrush(Qt::NoBrush);
        m_painter.drawEllipse(place);
    }
}

void FlatPainter::thumb(const QRectF& place, bool active) const {
    const double radius = std::min(place.width(), place.height()) / 2;
    m_painter.setPen(Qt::NoPen);
    m_painter.setBrush(shade(active ? 0.50 : 0.26));
    m_painter.drawRoundedRect(place, radius, radius);
}

void FlatPainter::tabLine(const QRectF& tab) const {
    if (has(QStyle::State_Selected)) {
        m_painter.fillRect(QRectF(tab.left(), tab.bottom() - 2, tab.width(), 2), highlight());
    } else if (isPointedAt()) {
        m_painter.fillRect(QRectF(tab.left(), tab.bottom() - 2, tab.width(), 2), shade(kEdge));
    }
}

void FlatPainter::separator(const QRectF& place) const {
    m_painter.fillRect(place, shade(kFaint));
}

} // namespace parley::ui
