// SPDX-FileCopyrightText: 2026 The Parley authors
// SPDX-License-Identifier: Apache-2.0
#include "widgets/flat_painter.h"
#include "widgets/flat_style.h"

#include <QAbstractSpinBox>
#include <QComboBox>
#include <QPainter>
#include <QPainterPath>
#include <QStyleOption>
#include <QToolButton>
#include <algorithm>

// The part of FlatStyle that draws what has no parts of its own.
namespace parley::ui {
namespace {

constexpr int kBarHeight = 6;

QRectF progressPart(const QStyleOptionProgressBar& bar, const QRectF& place) {
    const double range = double{1} * bar.maximum - bar.minimum;
    const double share = range > 0 ? std::clamp((bar.progress - bar.minimum) / range, 0.0, 1.0) : 0.0;
    QRectF part = place;
    part.setWidth(place.width() * share);
    if (bar.invertedAppearance != (bar.direction == Qt::RightToLeft)) {
        part.moveRight(place.right());
    }
    return part;
}

/// Text within a spin box or a combo box stands on the box's own ground.
bool standsInABox(const QWidget* widget) {
    const QWidget* owner = widget != nullptr ? widget->parentWidget() : nullptr;
    return qobject_cast<const QAbstractSpinBox*>(owner) != nullptr || qobject_cast<const QComboBox*>(owner) != nullptr;
}

/// A line of text; without an edge where the option says so, as in lists whose rows are edited.
void drawLine(const QStyleOption& option, QPainter& painter) {
    const auto* frame = qstyleoption_cast<const QStyleOptionFrame*>(&option);
    if (frame != nullptr && frame->lineWidth == 0) {
        painter.fillRect(option.rect, option.palette.brush(QPalette::Base));
    } else {
        FlatPainter(painter, option).field(option.rect);
    }
}

/// Qt leaves a margin within tool buttons, which are small already.
QRect focusPlace(const QStyleOption& option, const QWidget* widget) {
    return qobject_cast<const QToolButton*>(widget) != nullptr ? widget->rect() : option.rect;
}

/// A row that is one cell stands in the list like a button; cells of a table meet.
void drawRow(const QStyleOption& option, QPainter& painter) {
    const auto* item = qstyleoption_cast<const QStyleOptionViewItem*>(&option);
    if (item != nullptr && item->backgroundBrush.style() != Qt::NoBrush) {
        painter.fillRect(option.rect, item->backgroundBrush);
    }
    if ((option.state & (QStyle::State_Selected | QStyle::State_MouseOver)).toInt() != 0) {
        const bool whole = item == nullptr || item->viewItemPosition == QStyleOptionViewItem::OnlyOne ||
                           item->viewItemPosition == QStyleOptionViewItem::Invalid;
        FlatPainter(painter, option).row(whole ? option.rect.adjusted(2, 1, -2, -1) : option.rect, whole);
    }
}

/// False where the element is none of these.
bool drawGround(QStyle::PrimitiveElement element, const QStyleOption& option, QPainter& painter) {
    const FlatPainter flat(painter, option);
    const auto* button = qstyleoption_cast<const QStyleOptionButton*>(&option);
    switch (element) {
    case QStyle::PE_PanelButtonCommand:
        flat.button(option.rect, button != nullptr && button->features.testFlag(QStyleOptionButton::DefaultButton));
        // Fusion draws the focus of these with their ground.
        if (option.state.testFlag(QStyle::State_HasFocus) && option.state.testFlag(QStyle::State_KeyboardFocusChange)) {
            flat.focus(option.rect);
        }
        return true;
    case QStyle::PE_PanelButtonTool:
        if (option.state.testFlag(QStyle::State_AutoRaise)) {
            flat.quietButton(option.rect);
        } else {
            flat.button(option.rect, false);
        }
        return true;
    case QStyle::PE_PanelLineEdit:
        drawLine(option, painter);
        return true;
    case QStyle::PE_FrameTabBarBase:
        flat.separator(QRectF(option.rect.left(), option.rect.bottom(), option.rect.width(), 1));
        return true;
    default:
        return false;
    }
}

/// False where the element is none of these.
bool drawIndicator(QStyle::PrimitiveElement element, const QStyleOption& option, QPainter& painter) {
    const FlatPainter flat(painter, option);
    switch (element) {
    case QStyle::PE_IndicatorCheckBox:
    case QStyle::PE_IndicatorItemViewItemCheck:
        flat.checkBox(option.rect);
        return true;
    case QStyle::PE_IndicatorRadioButton:
        flat.radioButton(option.rect);
        return true;
    case QStyle::PE_IndicatorArrowUp:
    case QStyle::PE_IndicatorArrowDown:
    case QStyle::PE_IndicatorArrowLeft:
    case QStyle::PE_IndicatorArrowRight:
        flat.chevron(option.rect, element);
        return true;
    default:
        return false;
    }
}

/// A short line in the middle of the gap between two panels.
QRectF grip(const QRectF& gap) {
    constexpr double kLength = 28;
    constexpr double kWidth = 3;
    QRectF place(0, 0, gap.width() > gap.height() ? kLength : kWidth, gap.width() > gap.height() ? kWidth : kLength);
    place.moveCenter(gap.center());
    return place;
}

} // namespace

void FlatStyle::drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                              const QWidget* widget) const {
    if (element == PE_FrameFocusRect) {
        if (option->state.testFlag(State_Item) && option->state.testFlag(State_Selected)) {
            // Views claim the keyboard's focus for every current row.
            if (widget != nullptr && widget->window()->testAttribute(Qt::WA_KeyboardFocusChange)) {
                FlatPainter(*painter, *option).rowFocus(QRectF(option->rect).adjusted(4, 3, -4, -3));
            }
        } else if (option->state.testFlag(State_KeyboardFocusChange)) {
            FlatPainter(*painter, *option).focus(focusPlace(*option, widget));
        }
        return;
    }
    if (element == PE_Frame) {
        if (FlatStyle::isTextFrame(widget)) {
            FlatPainter(*painter, *option).field(option->rect);
        } else {
            FlatPainter(*painter, *option).frame(option->rect);
        }
        return;
    }
    if (element == PE_PanelItemViewItem) {
        drawRow(*option, *painter);
        return;
    }
    if (element == PE_FrameStatusBarItem || (element == PE_PanelLineEdit && standsInABox(widget))) {
        return;
    }
    if (!drawGround(element, *option, *painter) && !drawIndicator(element, *option, *painter)) {
        TextSizedStyle::drawPrimitive(element, option, painter, widget);
    }
}

void FlatStyle::drawControl(ControlElement element, const QStyleOption* option, QPainter* painter,
                            const QWidget* widget) const {
    const auto* button = qstyleoption_cast<const QStyleOptionButton*>(option);
    const auto* tool = qstyleoption_cast<const QStyleOptionToolButton*>(option);
    const auto* bar = qstyleoption_cast<const QStyleOptionProgressBar*>(option);
    QRectF line(0, 0, option->rect.width(), std::min(option->rect.height(), kBarHeight));
    line.moveCenter(QRectF(option->rect).center());
    if (element == CE_PushButtonLabel && button != nullptr && !button->features.testFlag(QStyleOptionButton::HasMenu)) {
        drawButtonLabel(*button, *painter, widget);
    } else if (element == CE_ToolButtonLabel && tool != nullptr &&
               tool->toolButtonStyle == Qt::ToolButtonTextBesideIcon && !tool->icon.isNull()) {
        drawToolLabel(*tool, *painter, widget);
    } else if (element == CE_TabBarTabShape) {
        FlatPainter(*painter, *option).tabLine(option->rect);
    } else if (element == CE_Splitter) {
        const bool active = (option->state & (State_MouseOver | State_Sunken)).toInt() != 0;
        FlatPainter(*painter, *option).thumb(grip(option->rect), active);
    } else if (element == CE_ProgressBarGroove) {
        FlatPainter(*painter, *option).track(line, {});
    } else if (element == CE_ProgressBarContents && bar != nullptr && bar->maximum > bar->minimum) {
        FlatPainter(*painter, *option).track(line, progressPart(*bar, line));
    } else if (element == CE_ProgressBarContents && bar != nullptr) {
        QStyleOptionProgressBar busy(*bar); // whose stripes the style below moves
        busy.rect = line.toRect();
        QPainterPath shape;
        shape.addRoundedRect(line, line.height() / 2, line.height() / 2);
        painter->save();
        painter->setClipPath(shape, Qt::IntersectClip);
        TextSizedStyle::drawControl(element, &busy, painter, widget);
        painter->restore();
    } else {
        TextSizedStyle::drawControl(element, option, painter, widget);
    }
}

} // namespace parley::ui
