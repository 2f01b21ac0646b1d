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

constexpr int kGap = 8;
constexpr int kTrack = 4;
constexpr int kKnob = 14;

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

/// What a button says.
struct FlatStyle::Label {
    QIcon icon;
    QSize iconSize;
    QString text;
    int gap; ///< between both
    Qt::Alignment alignment;
    bool filled; ///< on the highlight
};

void FlatStyle::drawLabel(const Label& label, const QStyleOption& option, QPainter& painter,
                          const QWidget* widget) const {
    const bool enabled = option.state.testFlag(State_Enabled);
    const QSize picture = label.icon.isNull() ? QSize(0, 0) : label.iconSize;
    const int gap = label.icon.isNull() || label.text.isEmpty() ? 0 : label.gap;
    const int words = option.fontMetrics.size(Qt::TextShowMnemonic, label.text).width();
    const QSize size(std::min(picture.width() + gap + words, option.rect.width()), option.rect.height());
    const QRect place = alignedRect(option.direction, label.alignment, size, option.rect);
    if (!label.icon.isNull()) {
        const QIcon::Mode mode = label.filled ? QIcon::Selected : enabled ? QIcon::Normal : QIcon::Disabled;
        label.icon.paint(&painter, alignedRect(option.direction, Qt::AlignLeft | Qt::AlignVCenter, picture, place),
                         Qt::AlignCenter, mode, option.state.testFlag(State_On) ? QIcon::On : QIcon::Off);
    }
    const bool underlined = proxy()->styleHint(SH_UnderlineShortcut, &option, widget) != 0;
    const QRect text = visualRect(option.direction, place, place.adjusted(picture.width() + gap, 0, 0, 0));
    const QString shown =
        words > text.width() ? option.fontMetrics.elidedText(label.text, Qt::ElideRight, text.width()) : label.text;
    const int mnemonic = underlined ? Qt::TextShowMnemonic : Qt::TextHideMnemonic;
    proxy()->drawItemText(&painter, text, static_cast<int>(Qt::AlignLeading | Qt::AlignVCenter) | mnemonic,
                          option.palette, enabled, shown,
                          label.filled ? QPalette::HighlightedText : QPalette::ButtonText);
}

void FlatStyle::drawButtonLabel(const QStyleOptionButton& button, QPainter& painter, const QWidget* widget) const {
    const bool filled =
        button.state.testFlag(State_Enabled) && button.features.testFlag(QStyleOptionButton::DefaultButton);
    drawLabel({button.icon, button.iconSize, button.text, 8, Qt::AlignCenter, filled}, button, painter, widget);
}

void FlatStyle::drawToolLabel(const QStyleOptionToolButton& button, QPainter& painter, const QWidget* widget) const {
    constexpr int kPadding = 4;
    QStyleOptionToolButton inner = button;
    inner.rect.adjust(kPadding, 0, -kPadding, 0);
    drawLabel({button.icon, button.iconSize, button.text, 6, Qt::AlignLeft | Qt::AlignVCenter, false}, inner, painter,
              widget);
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
    QRectF place(0, 0, kKnob, kKnob);
    place.moveCenter(slider.orientation == Qt::Horizontal ? QPointF(knob.center().x(), line.center().y())
                                                          : QPointF(line.center().x(), knob.center().y()));
    flat.knob(place);
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
