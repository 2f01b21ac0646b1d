// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "widgets/flat_painter.h"
#include "widgets/flat_style.h"

#include <QAbstractScrollArea>
#include <QPainter>
#include <QStyleOption>

// The part of FlatStyle that draws controls with several parts.
namespace parley::ui {
namespace {

constexpr int kGap = 8; // between a button's picture and its text
constexpr int kTrack = 4;

/// A part of a control, pointed at or not on its own.
QStyleOption partOption(const QStyleOptionComplex& whole, const QRect& place, QStyle::SubControl part, bool enabled) {
    QStyleOption option;
    option.rect = place;
    option.palette = whole.palette;
    option.direction = whole.direction;
    option.state = whole.state & ~(QStyle::State_HasFocus | QStyle::State_MouseOver | QStyle::State_Sunken);
    option.state.setFlag(QStyle::State_Enabled, enabled && whole.state.testFlag(QStyle::State_Enabled));
    if (whole.activeSubControls.testFlag(part)) {
        option.state |= whole.state & (QStyle::State_MouseOver | QStyle::State_Sunken);
    }
    return option;
}

/// Scroll bars stand beside the viewport; on its ground they look like a part of it.
QBrush groundBeside(const QWidget* bar) {
    for (const QWidget* owner = bar; owner != nullptr; owner = owner->parentWidget()) {
        if (const auto* area = qobject_cast<const QAbstractScrollArea*>(owner)) {
            const QWidget* viewport = area->viewport();
            return viewport->autoFillBackground() ? viewport->palette().brush(viewport->backgroundRole()) : QBrush();
        }
    }
    return {};
}

} // namespace

void FlatStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex* option, QPainter* painter,
                                   const QWidget* widget) const {
    const auto* slider = qstyleoption_cast<const QStyleOptionSlider*>(option);
    const auto* spinBox = qstyleoption_cast<const QStyleOptionSpinBox*>(option);
    const auto* comboBox = qstyleoption_cast<const QStyleOptionComboBox*>(option);
    const auto* tool = qstyleoption_cast<const QStyleOptionToolButton*>(option);
    if (control == CC_Slider && slider != nullptr && slider->tickPosition == 0) {
        drawSlider(*slider, *painter, widget);
    } else if (control == CC_ScrollBar && slider != nullptr) {
        drawScrollBar(*slider, *painter, widget);
    } else if (control == CC_SpinBox && spinBox != nullptr) {
        drawSpinBox(*spinBox, *painter, widget);
    } else if (control == CC_ComboBox && comboBox != nullptr) {
        drawComboBox(*comboBox, *painter, widget);
    } else if (control == CC_ToolButton && tool != nullptr && opensMenu(*tool)) {
        drawMenuButton(*tool, *painter, widget);
    } else {
        TextSizedStyle::drawComplexControl(control, option, painter, widget);
    }
}

void FlatStyle::drawButtonLabel(const QStyleOptionButton& button, QPainter& painter, const QWidget* widget) const {
    const bool enabled = button.state.testFlag(State_Enabled);
    const bool filled = enabled && button.features.testFlag(QStyleOptionButton::DefaultButton);
    const QSize picture = button.icon.isNull() ? QSize(0, 0) : button.iconSize;
    const int gap = button.icon.isNull() || button.text.isEmpty() ? 0 : kGap;
    const int words = button.fontMetrics.size(Qt::TextShowMnemonic, button.text).width();
    QRect label(0, 0, std::min(picture.width() + gap + words, button.rect.width()), button.rect.height());
    label.moveCenter(button.rect.center());
    if (!button.icon.isNull()) {
        const QRect place = alignedRect(button.direction, Qt::AlignLeft | Qt::AlignVCenter, picture, label);
        button.icon.paint(&painter, place, Qt::AlignCenter,
                          filled    ? QIcon::Selected
                          : enabled ? QIcon::Normal
                                    : QIcon::Disabled,
                          button.state.testFlag(State_On) ? QIcon::On : QIcon::Off);
    }
    const bool underlined = proxy()->styleHint(SH_UnderlineShortcut, &button, widget) != 0;
    const QRect text = visualRect(button.direction, label, label.adjusted(picture.width() + gap, 0, 0, 0));
    proxy()->drawItemText(&painter, text, Qt::AlignCenter | (underlined ? Qt::TextShowMnemonic : Qt::TextHideMnemonic),
                          button.palette, enabled, button.text,
                          filled ? QPalette::HighlightedText : QPalette::ButtonText);
}

void FlatStyle::drawMenuButton(const QStyleOptionToolButton& button, QPainter& painter, const QWidget* widget) const {
    QStyleOptionToolButton ground = button;
    ground.features &= ~QStyleOptionToolButton::ToolButtonFeatures(QStyleOptionToolButton::HasMenu);
    ground.text.clear();
    ground.icon = QIcon();
    TextSizedStyle::drawComplexControl(CC_ToolButton, &ground, &painter, widget);
    const int arrow = proxy()->pixelMetric(PM_MenuButtonIndicator, &button, widget);
    const QRect inner = button.rect.adjusted(3, 0, -3, 0);
    const QRect end(inner.right() - arrow, inner.top(), arrow, inner.height());
    QStyleOptionToolButton label = button;
    label.rect = visualRect(button.direction, button.rect, inner.adjusted(0, 0, -arrow, 0));
    if (button.icon.isNull()) { // a choice: its text begins where that of a combo box does
        proxy()->drawItemText(&painter, label.rect.adjusted(kGap - 3, 0, 0, 0), Qt::AlignLeading | Qt::AlignVCenter,
                              button.palette, button.state.testFlag(State_Enabled),
                              button.fontMetrics.elidedText(button.text, Qt::ElideRight, label.rect.width() - kGap),
                              QPalette::ButtonText);
    } else {
        proxy()->drawControl(CE_ToolButtonLabel, &label, &painter, widget);
    }
    FlatPainter(painter, button).chevron(visualRect(button.direction, button.rect, end), QStyle::PE_IndicatorArrowDown);
}

void FlatStyle::drawSpinBox(const QStyleOptionSpinBox& box, QPainter& painter, const QWidget* widget) const {
    if (box.frame) {
        FlatPainter(painter, box).field(box.rect);
    }
    if (box.buttonSymbols == QAbstractSpinBox::NoButtons) {
        return;
    }
    for (const bool up : {true, false}) {
        const SubControl part = up ? SC_SpinBoxUp : SC_SpinBoxDown;
        const QRect place = proxy()->subControlRect(CC_SpinBox, &box, part, widget);
        const bool can =
            box.stepEnabled.testFlag(up ? QAbstractSpinBox::StepUpEnabled : QAbstractSpinBox::StepDownEnabled);
        const QStyleOption option = partOption(box, place, part, can);
        const FlatPainter flat(painter, option);
        flat.quietButton(place.adjusted(1, up ? 1 : 0, -1, up ? 0 : -1));
        flat.chevron(place, up ? PE_IndicatorArrowUp : PE_IndicatorArrowDown);
    }
}

void FlatStyle::drawComboBox(const QStyleOptionComboBox& box, QPainter& painter, const QWidget* widget) const {
    const QRect arrow = proxy()->subControlRect(CC_ComboBox, &box, SC_ComboBoxArrow, widget);
    const FlatPainter flat(painter, box);
    if (box.editable) {
        flat.field(box.rect);
    } else if (box.frame) {
        flat.button(box.rect, false);
    }
    if (!box.editable && box.state.testFlag(State_HasFocus) && box.state.testFlag(State_KeyboardFocusChange)) {
        flat.focus(box.rect);
    }
    flat.chevron(arrow, PE_IndicatorArrowDown);
}

void FlatStyle::drawSlider(const QStyleOptionSlider& slider, QPainter& painter, const QWidget* widget) const {
    const QRectF knob = proxy()->subControlRect(CC_Slider, &slider, SC_SliderHandle, widget);
    const FlatPainter flat(painter, slider);
    QRectF line = slider.rect;
    QRectF part;
    if (slider.orientation == Qt::Horizontal) {
        line = QRectF(line.left(), line.center().y() - kTrack / 2.0, line.width(), kTrack);
        part = line;
        slider.upsideDown ? part.setLeft(knob.center().x()) : part.setRight(knob.center().x());
    } else {
        line = QRectF(line.center().x() - kTrack / 2.0, line.top(), kTrack, line.height());
        part = line;
        slider.upsideDown ? part.setTop(knob.center().y()) : part.setBottom(knob.center().y());
    }
    flat.track(line, part);
    flat.knob(knob.adjusted(1, 1, -1, -1));
}

void FlatStyle::drawScrollBar(const QStyleOptionSlider& bar, QPainter& painter, const QWidget* widget) const {
    constexpr int kMargin = 3;
    painter.fillRect(bar.rect, groundBeside(widget));
    if (bar.maximum <= bar.minimum) {
        return;
    }
    const QRect thumb = proxy()->subControlRect(CC_ScrollBar, &bar, SC_ScrollBarSlider, widget);
    const bool active = bar.activeSubControls.testFlag(SC_ScrollBarSlider) &&
                        (bar.state & (State_MouseOver | State_Sunken)).toInt() != 0;
    FlatPainter(painter, bar).thumb(thumb.adjusted(kMargin, kMargin, -kMargin, -kMargin), active);
}

} // namespace parley::ui
