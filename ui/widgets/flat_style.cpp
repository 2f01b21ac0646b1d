// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "widgets/flat_style.h"

#include <QPlainTextEdit>
#include <QStyleOption>
#include <QTextEdit>
#include <algorithm>

// The part of FlatStyle that decides sizes; flat_primitives.cpp and flat_controls.cpp draw.
namespace parley::ui {
namespace {

constexpr int kSlider = 16;
constexpr int kScrollBar = 12;
constexpr int kShortestThumb = 28;
constexpr int kItemPadding = 6;
constexpr int kButtonPadding = 14;
constexpr int kTextPadding = 4;
constexpr int kTextHeight = 10; // of fields and buttons, around a line of text
constexpr int kTextFrame = 3;   // the viewport's corners are within the round ones

/// The whole bar is the groove: there are no arrows at its ends.
QRect scrollBarPart(const QStyleOptionSlider& bar, QStyle::SubControl part) {
    const bool level = bar.orientation == Qt::Horizontal;
    const int length = level ? bar.rect.width() : bar.rect.height();
    const qint64 range = qint64{bar.maximum} - bar.minimum;
    const qint64 share = range > 0 ? qint64{bar.pageStep} * length / (range + std::max(bar.pageStep, 1)) : length;
    const int thumb = static_cast<int>(std::clamp<qint64>(share, std::min(kShortestThumb, length), length));
    const int start =
        QStyle::sliderPositionFromValue(bar.minimum, bar.maximum, bar.sliderPosition, length - thumb, bar.upsideDown);
    const auto piece = [&](int from, int size) {
        const QRect place = level ? QRect(from, 0, size, bar.rect.height()) : QRect(0, from, bar.rect.width(), size);
        return QStyle::visualRect(bar.direction, bar.rect, place.translated(bar.rect.topLeft()));
    };
    switch (part) {
    case QStyle::SC_ScrollBarGroove:
        return bar.rect;
    case QStyle::SC_ScrollBarSlider:
        return piece(start, thumb);
    case QStyle::SC_ScrollBarSubPage:
        return piece(0, start);
    case QStyle::SC_ScrollBarAddPage:
        return piece(start + thumb, length - start - thumb);
    default:
        return {};
    }
}

bool isSeparator(const QStyleOption& option) {
    const auto* item = qstyleoption_cast<const QStyleOptionMenuItem*>(&option);
    return item != nullptr && item->menuItemType == QStyleOptionMenuItem::Separator;
}

} // namespace

FlatStyle::FlatStyle() : TextSizedStyle(QStringLiteral("Fusion")) {}

bool FlatStyle::isTextFrame(const QWidget* widget) {
    return qobject_cast<const QPlainTextEdit*>(widget) != nullptr || qobject_cast<const QTextEdit*>(widget) != nullptr;
}

bool FlatStyle::opensMenu(const QStyleOptionToolButton& button) {
    return button.features.testFlag(QStyleOptionToolButton::HasMenu) &&
           !button.features.testFlag(QStyleOptionToolButton::MenuButtonPopup);
}

int FlatStyle::pixelMetric(PixelMetric metric, const QStyleOption* option, const QWidget* widget) const {
    switch (metric) {
    case PM_ScrollBarExtent:
        return kScrollBar;
    case PM_SliderLength:
    case PM_SliderThickness:
    case PM_SliderControlThickness:
        return kSlider;
    case PM_TabBarTabShiftVertical:
    case PM_TabBarTabShiftHorizontal:
    case PM_TabBarTabOverlap:
    case PM_ButtonShiftHorizontal:
    case PM_ButtonShiftVertical:
        return 0;
    case PM_FocusFrameHMargin:
        return kItemPadding;
    case PM_DefaultFrameWidth:
        return isTextFrame(widget) ? kTextFrame : TextSizedStyle::pixelMetric(metric, option, widget);
    default:
        return TextSizedStyle::pixelMetric(metric, option, widget);
    }
}

int FlatStyle::styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget,
                         QStyleHintReturn* returnData) const {
    switch (hint) {
    case SH_ComboBox_Popup:
        return 0;
    case SH_Slider_AbsoluteSetButtons: // a click on a slider is a value
        return Qt::LeftButton | Qt::MiddleButton;
    default:
        return TextSizedStyle::styleHint(hint, option, widget, returnData);
    }
}

QRect FlatStyle::subElementRect(SubElement element, const QStyleOption* option, const QWidget* widget) const {
    const QRect place = TextSizedStyle::subElementRect(element, option, widget);
    if (option == nullptr) {
        return place;
    }
    const auto* frame = qstyleoption_cast<const QStyleOptionFrame*>(option);
    if (element == SE_LineEditContents && frame != nullptr && frame->lineWidth > 0) {
        return place.adjusted(kTextPadding, 0, -kTextPadding, 0);
    }
    const bool whole = element == SE_PushButtonFocusRect || element == SE_ItemViewItemFocusRect;
    return whole ? option->rect : place;
}

QRect FlatStyle::subControlRect(ComplexControl control, const QStyleOptionComplex* option, SubControl part,
                                const QWidget* widget) const {
    const auto* bar = qstyleoption_cast<const QStyleOptionSlider*>(option);
    if (control == CC_ScrollBar && bar != nullptr) {
        return scrollBarPart(*bar, part);
    }
    const QRect place = TextSizedStyle::subControlRect(control, option, part, widget);
    const bool text = (control == CC_SpinBox && part == SC_SpinBoxEditField) ||
                      (control == CC_ComboBox && part == SC_ComboBoxEditField);
    return text ? visualRect(option->direction, place, place.adjusted(kTextPadding - 1, 0, 0, 0)) : place;
}

QSize FlatStyle::sizeFromContents(ContentsType type, const QStyleOption* option, const QSize& size,
                                  const QWidget* widget) const {
    QSize whole = TextSizedStyle::sizeFromContents(type, option, size, widget);
    const auto* tool = qstyleoption_cast<const QStyleOptionToolButton*>(option);
    if (type == CT_ToolButton && tool != nullptr && opensMenu(*tool)) {
        whole.rwidth() += pixelMetric(PM_MenuButtonIndicator, option, widget);
    } else if (type == CT_PushButton) {
        whole.setWidth(std::max(whole.width(), size.width() + 2 * kButtonPadding));
    } else if (type == CT_ItemViewItem || (type == CT_MenuItem && !isSeparator(*option))) {
        whole.rheight() += kItemPadding;
    }
    const auto* frame = qstyleoption_cast<const QStyleOptionFrame*>(option);
    const bool ownLine = type == CT_LineEdit && frame != nullptr && frame->lineWidth > 0;
    if (type == CT_PushButton || type == CT_ComboBox || type == CT_SpinBox || ownLine) {
        whole.setHeight(std::max(whole.height(), option->fontMetrics.height() + kTextHeight));
    }
    return whole;
}

} // namespace parley::ui
