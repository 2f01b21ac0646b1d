// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "widgets/flat_style.h"

#include <QStyleOption>
#include <algorithm>

// The part of FlatStyle that decides sizes; flat_primitives.cpp and flat_controls.cpp draw.
namespace parley::ui {
namespace {

constexpr int kSlider = 16;
constexpr int kScrollBar = 12;
constexpr int kShortestThumb = 28;
constexpr int kItemPadding = 6;

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

} // namespace

FlatStyle::FlatStyle() : TextSizedStyle(QStringLiteral("Fusion")) {}

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
    case SH_ItemView_ShowDecorationSelected:
        return 1;
    default:
        return TextSizedStyle::styleHint(hint, option, widget, returnData);
    }
}

QRect FlatStyle::subElementRect(SubElement element, const QStyleOption* option, const QWidget* widget) const {
    return element == SE_PushButtonFocusRect ? option->rect : TextSizedStyle::subElementRect(element, option, widget);
}

QRect FlatStyle::subControlRect(ComplexControl control, const QStyleOptionComplex* option, SubControl part,
                                const QWidget* widget) const {
    const auto* bar = qstyleoption_cast<const QStyleOptionSlider*>(option);
    return control == CC_ScrollBar && bar != nullptr ? scrollBarPart(*bar, part)
                                                     : TextSizedStyle::subControlRect(control, option, part, widget);
}

QSize FlatStyle::sizeFromContents(ContentsType type, const QStyleOption* option, const QSize& size,
                                  const QWidget* widget) const {
    QSize whole = TextSizedStyle::sizeFromContents(type, option, size, widget);
    const auto* tool = qstyleoption_cast<const QStyleOptionToolButton*>(option);
    if (type == CT_ToolButton && tool != nullptr && opensMenu(*tool)) {
        whole.rwidth() += pixelMetric(PM_MenuButtonIndicator, option, widget);
    } else if (type == CT_ItemViewItem) {
        whole.rheight() += kItemPadding;
    }
    return whole;
}

} // namespace parley::ui
